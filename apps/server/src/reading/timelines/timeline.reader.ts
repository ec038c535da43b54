import { Injectable } from '@nestjs/common';
import type { Status } from '@roost/contracts';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { NotFound } from '../../platform/errors.js';
import type { Page, Paged } from '../../platform/http/paging.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { fillPage } from '../fill-page.js';
import { ListReader } from '../lists/list.reader.js';
import { HomeRepository } from './home.repository.js';
import { ListRepository } from './list.repository.js';
import { type AccountChoice, type TagChoice, TimelineRepository, type TimelineRow } from './timeline.repository.js';

/** Of what the reader's sources bring, about half is replies and boosts they do not want. */
const SURPLUS = 2;

/** Reads timelines for a viewer: each page takes one pick and one load, whatever it holds. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly timelines: TimelineRepository,
    private readonly homes: HomeRepository,
    private readonly lists: ListRepository,
    private readonly ownLists: ListReader,
    private readonly statuses: StatusReader,
    private readonly accounts: AccountReader,
  ) {}

  home(viewerId: string, page: Page): Promise<Paged<Status>> {
    return fillPage(page, {
      surplus: SURPLUS,
      pick: (part) => this.homes.pick(viewerId, part),
      cursor: (row) => row.id,
      wanted: (row) => row.wanted,
      load: (rows) => this.load(viewerId, rows, true),
    });
  }

  /** @throws NotFound when the viewer has no such list */
  async list(viewerId: string, listId: string, page: Page): Promise<Paged<Status>> {
    await this.ownLists.one(viewerId, listId);
    return fillPage(page, {
      surplus: SURPLUS,
      pick: (part) => this.lists.pick(viewerId, listId, part),
      cursor: (row) => row.id,
      wanted: (row) => row.wanted,
      load: (rows) => this.load(viewerId, rows, true),
    });
  }

  company(viewerId: string, onlyMedia: boolean, page: Page): Promise<Paged<Status>> {
    return this.read(viewerId, page, true, (part) => this.timelines.company(viewerId, onlyMedia, part));
  }

  /** What was said between the viewer and those named, whoever said it. */
  direct(viewerId: string, page: Page): Promise<Paged<Status>> {
    return this.read(viewerId, page, true, (part) => this.timelines.direct(viewerId, part));
  }

  tag(viewerId: string, tags: TagChoice, onlyMedia: boolean, page: Page): Promise<Paged<Status>> {
    return this.read(viewerId, page, true, (part) => this.timelines.tag(viewerId, tags, onlyMedia, part));
  }

  /** @throws NotFound when there is no such account */
  async account(viewerId: string, accountId: string, choice: AccountChoice, page: Page): Promise<Paged<Status>> {
    await this.mustExist(accountId);
    return this.read(viewerId, page, false, (part) => this.timelines.account(viewerId, accountId, choice, part));
  }

  /** Pinned posts, the last pinned first. @throws NotFound when there is no such account */
  async pinned(viewerId: string, accountId: string, limit: number): Promise<Status[]> {
    await this.mustExist(accountId);
    const rows = await this.timelines.pinned(viewerId, accountId, limit);
    return this.statuses.load(
      viewerId,
      rows.map((row) => row.id),
    );
  }

  own(viewerId: string, list: 'favourites' | 'bookmarks', page: Page): Promise<Paged<Status>> {
    return this.read(viewerId, page, false, (part) => this.timelines.own(viewerId, list, part));
  }

  private read(
    viewerId: string,
    page: Page,
    hideMuted: boolean,
    pick: (page: Page) => Promise<TimelineRow[]>,
  ): Promise<Paged<Status>> {
    return fillPage(page, { pick, cursor: (row) => row.cursor, load: (rows) => this.load(viewerId, rows, hideMuted) });
  }

  private async load(viewerId: string, rows: { id: string }[], hideMuted: boolean): Promise<(Status | null)[]> {
    const ids = rows.map((row) => row.id);
    const loaded = new Map((await this.statuses.load(viewerId, ids, { hideMuted })).map((status) => [status.id, status]));
    return ids.map((id) => loaded.get(id) ?? null);
  }

  private async mustExist(accountId: string): Promise<void> {
    const account = await this.accounts.byId(accountId);
    if (!account || !canBeShown(account)) throw new NotFound();
  }
}
