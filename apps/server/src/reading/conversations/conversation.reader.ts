import { Injectable } from '@nestjs/common';
import type { Conversation } from '@roost/contracts';
import { canBeShown } from '../../people/accounts/account.policy.js';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { NotFound } from '../../platform/errors.js';
import type { Page, Paged } from '../../platform/http/paging.js';
import { StatusReader } from '../../posts/statuses/status.reader.js';
import { fillPage } from '../fill-page.js';
import { ConversationRepository, type ConversationRow } from './conversation.repository.js';

/** Loads conversations for their owner. The cursor is the id of the last status. */
@Injectable()
export class ConversationReader {
  constructor(
    private readonly conversations: ConversationRepository,
    private readonly statuses: StatusReader,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  page(accountId: string, page: Page): Promise<Paged<Conversation>> {
    return fillPage(page, {
      pick: (part) => this.conversations.pick(accountId, part),
      cursor: (row) => row.last_status_id,
      load: (rows) => this.present(accountId, rows),
    });
  }

  /** The one spoken in last comes first; what is not this account's, or shows nothing any more, is left out. */
  async byIds(accountId: string, ids: readonly string[]): Promise<Conversation[]> {
    const loaded = await this.present(accountId, await this.conversations.byIds(accountId, ids));
    return loaded.filter((conversation) => conversation !== null);
  }

  /** @throws NotFound when there is none, or not of this account */
  async one(accountId: string, id: string): Promise<Conversation> {
    const [conversation] = await this.byIds(accountId, [id]);
    if (!conversation) throw new NotFound();
    return conversation;
  }

  private async present(accountId: string, rows: readonly ConversationRow[]): Promise<(Conversation | null)[]> {
    if (rows.length === 0) return [];
    const people = rows.map((row) => (row.others.length === 0 ? [accountId] : row.others));
    const [loaded, accounts] = await Promise.all([
      this.statuses.load(
        accountId,
        rows.map((row) => row.last_status_id),
      ),
      this.accounts.byIds([...new Set(people.flat())]),
    ]);
    const statuses = new Map(loaded.map((status) => [status.id, status]));
    return rows.map((row, index) => {
      const last_status = statuses.get(row.last_status_id);
      if (!last_status) return null;
      const shown = (people[index] ?? []).flatMap((id) => accounts.get(id) ?? []).filter(canBeShown);
      return { id: row.id, unread: row.unread, accounts: shown.map((account) => this.presenter.present(account)), last_status };
    });
  }
}
