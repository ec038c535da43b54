import { Injectable } from '@nestjs/common';
import type { Account, CredentialAccount, Role } from '@roost/contracts';
import { parseText, toHtml } from '@roost/text';
import { Settings } from '../../config/settings.js';
import { Storage } from '../../platform/storage/storage.js';
import type { AccountRow } from './account.row.js';
import { preferencesOf } from './preferences.js';

/** Mastodon's bitmask of what a role may do: 1 is everything, 16 managing reports. */
const ROLES: Record<Role, { id: string; name: string; permissions: string }> = {
  member: { id: '-99', name: '', permissions: '0' },
  moderator: { id: '2', name: 'Moderator', permissions: '16' },
  administrator: { id: '3', name: 'Administrator', permissions: '1' },
};

/** Turns an account row into what clients see. */
@Injectable()
export class AccountPresenter {
  constructor(
    private readonly settings: Settings,
    private readonly storage: Storage,
  ) {}

  present(row: AccountRow): Account {
    const gone = row.state === 'suspended';
    const avatar = row.avatar_key !== null && !gone ? this.storage.url(row.avatar_key) : `${this.settings.publicUrl}/avatar.png`;
    const header = row.header_key !== null && !gone ? this.storage.url(row.header_key) : `${this.settings.publicUrl}/header.png`;
    const role = ROLES[row.role];
    return {
      id: row.id,
      username: row.handle,
      acct: row.handle,
      display_name: gone ? '' : row.display_name,
      note: gone ? '' : this.html(row.note),
      url: this.url(row.handle),
      uri: this.url(row.handle),
      avatar,
      avatar_static: avatar,
      header,
      header_static: header,
      locked: row.locked,
      bot: row.kind === 'bot',
      group: false,
      discoverable: row.discoverable,
      indexable: row.indexable,
      noindex: !row.indexable,
      created_at: row.created_at.toISOString(),
      last_status_at: row.last_status_at?.toISOString().slice(0, 10) ?? null,
      statuses_count: row.statuses_count,
      followers_count: row.followers_count,
      following_count: row.following_count,
      fields: gone ? [] : row.fields.map(({ name, value }) => ({ name, value: this.html(value, true), verified_at: null })),
      emojis: [],
      roles: role.name === '' ? [] : [{ id: role.id, name: role.name, color: '' }],
      hide_collections: row.hide_collections,
      ...(gone ? { suspended: true } : {}),
      ...(row.silenced && !gone ? { limited: true } : {}),
      roost: {
        official: row.kind === 'official',
        role: row.role,
        note: gone ? '' : row.note,
        fields: gone ? [] : row.fields.map(({ name, value }) => ({ name, value })),
        has_avatar: row.avatar_key !== null && !gone,
        has_header: row.header_key !== null && !gone,
      },
    };
  }

  /** What only the person sees of their own account. @param followRequests how many wait for an answer */
  presentCredential(row: AccountRow, followRequests: number): CredentialAccount {
    const preferences = preferencesOf(row.preferences);
    return {
      ...this.present(row),
      source: {
        note: row.note,
        fields: row.fields.map(({ name, value }) => ({ name, value, verified_at: null })),
        privacy: preferences.posting_visibility,
        sensitive: preferences.posting_sensitive,
        language: preferences.posting_language,
        follow_requests_count: followRequests,
        discoverable: row.discoverable,
        indexable: row.indexable,
        hide_collections: row.hide_collections,
        attribution_domains: [],
        quote_policy: 'nobody',
      },
      role: this.presentRole(row.role),
    };
  }

  presentRole(of: Role): CredentialAccount['role'] {
    const { id, name, permissions } = ROLES[of];
    return { id, name, color: '', permissions, highlighted: name !== '' };
  }

  /** Page of an account; also the address that mentions link to. */
  url(handle: string): string {
    return `${this.settings.publicUrl}/@${handle}`;
  }

  tagUrl(name: string): string {
    return `${this.settings.publicUrl}/tags/${encodeURIComponent(name)}`;
  }

  private html(text: string, inline = false): string {
    const html = toHtml(parseText(text), {
      mention: (handle) => ({ url: this.url(handle), username: handle }),
      tagUrl: (name) => this.tagUrl(name),
    });
    return inline ? html.replace(/^<p>|<\/p>$/g, '') : html;
  }
}
