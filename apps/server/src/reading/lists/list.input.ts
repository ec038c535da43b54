import { RepliesPolicy } from '@roost/contracts';
import { z } from 'zod';
import { Bool, IdParam, list, pageInput } from '../../platform/http/wire-input.js';
import { TitleField } from '../title-field.js';

const Policy = z.preprocess((value) => (value === '' || value === null ? undefined : value), RepliesPolicy.optional());
const Exclusive = z.preprocess((value) => (value === '' || value === null ? undefined : value), Bool.optional());

export const NewListInput = z.object({ title: TitleField, replies_policy: Policy, exclusive: Exclusive });
export type NewList = z.infer<typeof NewListInput>;

/** What a client leaves out stays as it is. */
export const ListChangeInput = NewListInput.extend({ title: TitleField.optional() });
export type ListChange = z.infer<typeof ListChangeInput>;

const MembersPage = z.object(pageInput(40, 80));

/** `limit=0` asks for all members at once. */
export const MembersQuery = z.object({ ...pageInput(40, 80), limit: z.unknown().optional() }).transform((query) => {
  if (query.limit === '0' || query.limit === 0) return { all: true as const };
  return { all: false as const, page: MembersPage.parse(query) };
});
export type MembersQuery = z.infer<typeof MembersQuery>;

/** What is no id names nobody: 0 is nobody's. */
export const MembersInput = z.object({
  account_ids: list(z.coerce.string().pipe(IdParam).catch('0'), 500)
    .default([])
    .transform((ids) => [...new Set(ids)]),
});
export type MembersInput = z.infer<typeof MembersInput>;
