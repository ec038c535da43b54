import { Injectable } from '@nestjs/common';
import type { Account, MediaAttachment, Status, StatusExtras, TextEntity } from '@roost/contracts';
import { toHtml } from '@roost/text';
import { Settings } from '../../config/settings.js';
import { AccountPresenter } from '../../people/accounts/account.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { presentPoll } from '../polls/present-poll.js';
import { canBoost, canDelete, canEdit, canPin, type StatusFacts } from './status.policy.js';
import type { StatusRow, ViewerFacts } from './status.row.js';

/** Everything one status needs to be drawn for one viewer. */
export interface StatusParts {
  row: StatusRow;
  facts: ViewerFacts;
  account: Account;
  media: MediaAttachment[];
}

type BareStatus = NonNullable<Status['reblog']>;

/** Turns rows and the viewer's facts into what clients see. */
@Injectable()
export class StatusPresenter {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: AccountPresenter,
    private readonly clock: Clock,
  ) {}

  /** @param original what a boost boosts; null for everything else */
  present(viewerId: string, parts: StatusParts, original: StatusParts | null): Status {
    if (original === null) return { ...this.bare(viewerId, parts), reblog: null };
    const reblog = this.bare(viewerId, original);
    return {
      ...this.bare(viewerId, parts),
      url: reblog.url,
      content: reblog.content,
      spoiler_text: reblog.spoiler_text,
      sensitive: reblog.sensitive,
      language: reblog.language,
      favourited: reblog.favourited,
      reblogged: reblog.reblogged,
      bookmarked: reblog.bookmarked,
      muted: reblog.muted,
      reblogs_count: reblog.reblogs_count,
      favourites_count: reblog.favourites_count,
      replies_count: reblog.replies_count,
      reblog,
    };
  }

  /** HTML for Mastodon's clients, from the text and its ranges. */
  html(text: string, entities: readonly TextEntity[]): string {
    const known = new Set(
      entities.flatMap((entity) => (entity.type === 'mention' && entity.account_id !== null ? [entity.handle] : [])),
    );
    return toHtml(
      { text, entities: [...entities] },
      {
        mention: (handle) => (known.has(handle) ? { url: this.accounts.url(handle), username: handle } : undefined),
        tagUrl: (name) => this.accounts.tagUrl(name),
      },
    );
  }

  /** The page of a status, in the web client. */
  url(handle: string, id: string): string {
    return `${this.settings.publicUrl}/@${handle}/${id}`;
  }

  private bare(viewerId: string, { row, facts, account, media }: StatusParts): BareStatus {
    const tags = new Map(row.entities.flatMap((entity) => (entity.type === 'tag' ? [[entity.name, entity] as const] : [])));
    const mentions = new Map(
      row.entities.flatMap((entity) =>
        entity.type === 'mention' && entity.account_id !== null ? [[entity.handle, entity.account_id] as const] : [],
      ),
    );
    const url = this.url(account.username, row.id);
    return {
      id: row.id,
      uri: url,
      url,
      created_at: row.created_at.toISOString(),
      edited_at: row.edited_at?.toISOString() ?? null,
      account,
      content: this.html(row.text, row.entities),
      visibility: row.visibility,
      sensitive: row.sensitive,
      spoiler_text: row.spoiler_text,
      language: row.language,
      in_reply_to_id: row.in_reply_to_id,
      in_reply_to_account_id: row.in_reply_to_account_id,
      media_attachments: media,
      mentions: [...mentions].map(([handle, id]) => ({ id, username: handle, url: this.accounts.url(handle), acct: handle })),
      tags: [...tags.keys()].map((name) => ({ name, url: this.accounts.tagUrl(name) })),
      emojis: [],
      application: row.app_name === null ? null : { name: row.app_name, website: row.app_website },
      reblogs_count: row.boosts_count,
      favourites_count: row.favourites_count,
      replies_count: row.replies_count,
      quotes_count: 0,
      poll: presentPoll(row, { isAuthor: row.account_id === viewerId, ownVotes: facts.own_votes }, this.clock.now()),
      card: null,
      quote: null,
      favourited: facts.favourited,
      reblogged: facts.boosted,
      muted: facts.thread_muted,
      bookmarked: facts.bookmarked,
      ...(row.account_id === viewerId ? { pinned: facts.pinned } : {}),
      filtered: [],
      reblog: null,
      roost: this.extras(viewerId, row),
    };
  }

  private extras(viewerId: string, row: StatusRow): StatusExtras {
    const status: StatusFacts = {
      accountId: row.account_id,
      visibility: row.visibility,
      deleted: row.deleted_at !== null,
      authorState: 'active',
    };
    const isBoost = row.boost_of_id !== null;
    return {
      text: row.text,
      entities: row.entities,
      can: {
        reply: !isBoost,
        boost: !isBoost && canBoost(viewerId, status),
        edit: !isBoost && canEdit(viewerId, status, row.created_at, this.clock.now()),
        delete: canDelete(viewerId, status),
        pin: !isBoost && canPin(viewerId, status),
      },
    };
  }
}
