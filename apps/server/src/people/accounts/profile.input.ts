import { Language, Visibility } from '@roost/contracts';
import { z } from 'zod';
import { FileField } from '../../platform/http/uploaded-file.js';
import { Bool, limit, list } from '../../platform/http/wire-input.js';

/** Some clients send an empty text for a picture that did not change. */
const Picture = z.preprocess((value) => (value === '' || value === null ? undefined : value), FileField.optional());

export const ProfileInput = z.object({
  display_name: z.string().max(500).optional(),
  note: z.string().max(4000).optional(),
  avatar: Picture,
  header: Picture,
  locked: Bool.optional(),
  bot: Bool.optional(),
  discoverable: Bool.optional(),
  indexable: Bool.optional(),
  hide_collections: Bool.optional(),
  fields_attributes: list(
    z.object({ name: z.string().max(2000).default(''), value: z.string().max(2000).default('') }),
    50,
  ).optional(),
  source: z
    .object({
      privacy: Visibility.optional(),
      sensitive: Bool.optional(),
      language: z.preprocess((value) => (value === '' ? null : value), Language.nullable().optional()),
    })
    .optional(),
});
export type ProfileInput = z.infer<typeof ProfileInput>;

const offset = z
  .preprocess((value) => (value === undefined ? 0 : Number(value)), z.number().catch(0))
  .transform((value) => (Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), 10_000) : 0));

export const AccountSearchInput = z.object({
  q: z.string().max(1000).default(''),
  limit: limit(40, 80),
  offset,
  following: Bool.catch(false).default(false),
});

export const LookupInput = z.object({ acct: z.string().max(300) });

export const AccountIdsInput = z.object({ id: list(z.string().max(30), 80).optional() });

export const DirectoryInput = z.object({
  offset,
  limit: limit(40, 80),
  order: z.enum(['active', 'new']).catch('active').default('active'),
});
