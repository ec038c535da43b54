import { Injectable } from '@nestjs/common';
import type { Status } from '@roost/contracts';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import type { AccountRow } from '../../people/accounts/account.row.js';
import { Clock } from '../../platform/clock/clock.js';
import { NotFound } from '../../platform/errors.js';
import { ActiveFiltersReader } from '../filters/active-filters.reader.js';
import { filterStatus } from '../filters/filter-status.js';
import { MediaPresenter } from '../media/media.presenter.js';
import { canSee, type StatusFacts } from './status.policy.js';
import { StatusPresenter, type StatusParts } from './status.presenter.js';
import { StatusRepository } from './status.repository.js';
import { NO_FACTS, type StatusRow, type ViewerFacts } from './status.row.js';

export interface LoadOptions {
  /** Leave out authors whom the viewer mutes, and boosts of them: every timeline does, a profile or thread does not. */
  hideMuted?: boolean;
}

/** Whether and how one viewer sees one status. */
export interface SeenStatus {
  row: StatusRow;
  facts: ViewerFacts;
  author: AccountRow;
}

/** A status as somebody sees it who has nothing to do with it, for a caller that decides itself who receives it. */
export interface NeutralStatus {
  status: Status;
  threadId: string;
  /** Accounts whose boost of it may be on somebody's screen, newest first, at most 500. */
  boosters: readonly string[];
}

interface Drawn {
  status: Status;
  threadId: string;
}

/**
 * The one way to load statuses for a viewer. What the viewer may not see does not exist.
 * Four statements, however many ids, and a fifth for viewers who have filters.
 */
@Injectable()
export class StatusReader {
  constructor(
    private readonly repository: StatusRepository,
    private readonly accounts: AccountReader,
    private readonly presenter: StatusPresenter,
    private readonly accountPresenter: AccountPresenter,
    private readonly mediaPresenter: MediaPresenter,
    private readonly filters: ActiveFiltersReader,
    private readonly clock: Clock,
  ) {}

  /** Statuses in the order of the ids; those the viewer may not see are left out. */
  async load(viewerId: string, ids: readonly string[], options: LoadOptions = {}): Promise<Status[]> {
    if (ids.length === 0) return [];
    const draw = await this.prepare(viewerId, ids, (viewer, row, author, facts) => {
      if (!canSee(viewer, factsOf(row, author), facts)) return false;
      return !(options.hideMuted && facts.mutes_author && row.account_id !== viewer);
    });
    return ids.flatMap((id) => draw(id)?.status ?? []);
  }

  /**
   * Statuses without a viewer: nothing is favoured, nothing may be edited. Deleted ones and those of suspended people are left out.
   * The caller asks the policy for each receiver.
   */
  async neutral(ids: readonly string[]): Promise<Map<string, NeutralStatus>> {
    const [draw, boosters] = await Promise.all([
      this.prepare(null, ids, (_, row, author) => row.deleted_at === null && author.state === 'active'),
      this.repository.boosters(ids),
    ]);
    return new Map(
      ids.flatMap((id) => {
        const drawn = draw(id);
        return drawn ? [[id, { ...drawn, boosters: boosters.get(id) ?? [] }] as const] : [];
      }),
    );
  }

  /** @throws NotFound when there is none, or none for this viewer */
  async one(viewerId: string, id: string): Promise<Status> {
    const [status] = await this.load(viewerId, [id]);
    if (!status) throw new NotFound();
    return status;
  }

  /**
   * The row behind a status, for verbs. A boost leads to what it boosts: nobody favours, answers or boosts a wrapper.
   * @throws NotFound when there is none, or none for this viewer
   */
  async seen(viewerId: string, id: string): Promise<SeenStatus> {
    const rows = await this.repository.byIds([id]);
    const wrapper = rows.get(id);
    const row = wrapper?.boost_of_id ? rows.get(wrapper.boost_of_id) : wrapper;
    if (!row) throw new NotFound();
    const [facts, accounts] = await Promise.all([
      this.repository.facts(viewerId, [row.id]),
      this.accounts.byIds([row.account_id]),
    ]);
    const author = accounts.get(row.account_id);
    const relation = facts.get(row.id) ?? NO_FACTS;
    if (!author || !canSee(viewerId, factsOf(row, author), relation)) throw new NotFound();
    return { row, facts: relation, author };
  }

  /** Loads all that the ids need and returns the way to draw each: null for what is not admitted. A boost needs its original admitted too. */
  private async prepare(
    viewerId: string | null,
    ids: readonly string[],
    admit: (viewerId: string, row: StatusRow, author: AccountRow, facts: ViewerFacts) => boolean,
  ): Promise<(id: string) => Drawn | null> {
    const rows = await this.repository.byIds(ids);
    const all = [...rows.keys()];
    const authors = [...new Set([...rows.values()].map((row) => row.account_id))];
    const [facts, accounts, media] = await Promise.all([
      viewerId === null ? new Map<string, ViewerFacts>() : this.repository.facts(viewerId, all),
      this.accounts.byIds(authors),
      this.repository.media(all),
    ]);
    const presented = new Map([...accounts].map(([id, row]) => [id, this.accountPresenter.present(row)]));
    const viewer = viewerId ?? '';
    const isFiltered = [...facts.values()].some((own) => own.has_filters);
    const filters = isFiltered ? await this.filters.of(viewer, all) : [];
    const now = this.clock.now().getTime();
    const parts = (id: string | null): StatusParts | null => {
      const row = id === null ? undefined : rows.get(id);
      const author = row && accounts.get(row.account_id);
      const account = row && presented.get(row.account_id);
      if (!row || !author || !account) return null;
      const own = facts.get(row.id) ?? NO_FACTS;
      if (!admit(viewer, row, author, own)) return null;
      const attached = (media.get(row.id) ?? []).map((item) => this.mediaPresenter.present(item));
      // Moderators had everything covered that this author attaches.
      const sensitive = row.sensitive || (author.sensitized && attached.length > 0);
      return { row: { ...row, sensitive }, facts: own, account, media: attached };
    };
    return (id) => {
      const own = parts(id);
      if (!own) return null;
      const original = own.row.boost_of_id === null ? null : parts(own.row.boost_of_id);
      if (own.row.boost_of_id !== null && !original) return null;
      const status = filterStatus(viewer, this.presenter.present(viewer, own, original), filters, now);
      return { status, threadId: (original ?? own).row.thread_id };
    };
  }
}

export function factsOf(row: StatusRow, author: Pick<AccountRow, 'state'>): StatusFacts {
  return { accountId: row.account_id, visibility: row.visibility, deleted: row.deleted_at !== null, authorState: author.state };
}
