import { Injectable } from '@nestjs/common';
import { LIMITS, type Preferences } from '@roost/contracts';
import { normalise } from '@roost/text';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { ProfileTooLong, TooManyFields } from './account.errors.js';
import { AccountNames } from './account-names.js';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.row.js';
import { Portraits } from './portrait.js';
import type { ProfileInput } from './profile.input.js';

type Changes = Partial<
  Pick<
    AccountRow,
    | 'display_name'
    | 'note'
    | 'fields'
    | 'avatar_key'
    | 'header_key'
    | 'kind'
    | 'locked'
    | 'discoverable'
    | 'indexable'
    | 'hide_collections'
    | 'preferences'
  >
>;

/** What of a profile concerns others, and is therefore journalled. Tastes (preferences) are not. */
const PUBLIC = [
  'display_name',
  'note',
  'fields',
  'avatar_key',
  'header_key',
  'kind',
  'locked',
  'discoverable',
  'indexable',
  'hide_collections',
] as const;

@Injectable()
export class UpdateProfile {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly names: AccountNames,
    private readonly portraits: Portraits,
  ) {}

  async run(viewer: Viewer, input: ProfileInput): Promise<void> {
    const stored: string[] = [];
    let replaced: string[];
    try {
      // Drawing a picture takes a while: before the transaction, so that no row is locked meanwhile.
      const avatar_key = input.avatar && (await this.portraits.store('avatar', input.avatar));
      if (avatar_key) stored.push(avatar_key);
      const header_key = input.header && (await this.portraits.store('header', input.header));
      if (header_key) stored.push(header_key);
      replaced = await this.database.transaction((manager) =>
        this.change(manager, viewer, async (before) => ({
          ...(await this.read(manager, before, input)),
          ...(avatar_key ? { avatar_key } : {}),
          ...(header_key ? { header_key } : {}),
        })),
      );
    } catch (error) {
      for (const key of stored) await this.portraits.remove(key);
      throw error;
    }
    for (const key of replaced) await this.portraits.remove(key);
  }

  /** Takes a picture off the profile; the default is drawn instead. */
  async removePicture(viewer: Viewer, kind: 'avatar' | 'header'): Promise<void> {
    const replaced = await this.database.transaction((manager) =>
      this.change(manager, viewer, async () => (kind === 'avatar' ? { avatar_key: null } : { header_key: null })),
    );
    for (const key of replaced) await this.portraits.remove(key);
  }

  /** @returns keys of pictures that nobody shows any more */
  private async change(
    manager: EntityManager,
    viewer: Viewer,
    decide: (before: AccountRow) => Promise<Changes>,
  ): Promise<string[]> {
    const rows: AccountRow[] = await manager.query(`select ${ACCOUNT_COLUMNS} from account a where a.id = $1 for update`, [
      viewer.accountId,
    ]);
    const before = rows[0];
    if (!before) throw new NotFound();
    const after = { ...before, ...(await decide(before)) };
    await manager.query(
      `update account set display_name = $2, note = $3, fields = $4, avatar_key = $5, header_key = $6, kind = $7, locked = $8,
              discoverable = $9, indexable = $10, hide_collections = $11, preferences = $12, updated_at = now() where id = $1`,
      [
        before.id,
        after.display_name,
        after.note,
        JSON.stringify(after.fields),
        after.avatar_key,
        after.header_key,
        after.kind,
        after.locked,
        after.discoverable,
        after.indexable,
        after.hide_collections,
        JSON.stringify(after.preferences),
      ],
    );
    const changed = PUBLIC.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
    if (changed.length > 0) {
      await this.journal.append(manager, {
        type: 'account.updated',
        actorId: viewer.accountId,
        subjectType: 'account',
        subjectId: before.id,
        payload: Object.fromEntries(changed.map((name) => [name, { before: before[name], after: after[name] }])),
      });
    }
    return [
      before.avatar_key === after.avatar_key ? null : before.avatar_key,
      before.header_key === after.header_key ? null : before.header_key,
    ].filter((key) => key !== null);
  }

  private async read(manager: EntityManager, before: AccountRow, input: ProfileInput): Promise<Changes> {
    const changes: Changes = {};
    if (input.display_name !== undefined)
      changes.display_name = await this.names.displayName(manager, input.display_name, {
        staff: before.role !== 'member' || before.kind === 'official',
        accountId: before.id,
      });
    if (input.note !== undefined) changes.note = within('note', normalise(input.note), LIMITS.note);
    if (input.fields_attributes !== undefined) changes.fields = readFields(input.fields_attributes);
    if (input.bot !== undefined && before.kind !== 'official') changes.kind = input.bot ? 'bot' : 'person';
    for (const name of ['locked', 'discoverable', 'indexable', 'hide_collections'] as const) {
      const value = input[name];
      if (value !== undefined) changes[name] = value;
    }
    if (input.source !== undefined) changes.preferences = { ...before.preferences, ...readSource(input.source) };
    return changes;
  }
}

function readFields(fields: { name: string; value: string }[]): AccountRow['fields'] {
  const kept = fields
    .map(({ name, value }) => ({
      name: within('fields_attributes', oneLine(name), LIMITS.fieldName),
      value: within('fields_attributes', oneLine(value), LIMITS.fieldValue),
    }))
    .filter(({ name, value }) => name !== '' || value !== '');
  if (kept.length > LIMITS.fields) throw new TooManyFields(LIMITS.fields);
  return kept;
}

function readSource(source: NonNullable<ProfileInput['source']>): Partial<Preferences> {
  return {
    ...(source.privacy === undefined ? {} : { posting_visibility: source.privacy }),
    ...(source.sensitive === undefined ? {} : { posting_sensitive: source.sensitive }),
    ...(source.language === undefined ? {} : { posting_language: source.language }),
  };
}

function oneLine(text: string): string {
  return normalise(text).replace(/\s+/g, ' ');
}

function within(field: string, text: string, limit: number): string {
  if (Array.from(text).length > limit) throw new ProfileTooLong(field, limit);
  return text;
}
