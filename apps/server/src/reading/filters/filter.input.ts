import { FilterAction, FilterContext } from '@roost/contracts';
import { normalise, searchable } from '@roost/text';
import { z } from 'zod';
import { Bool, IdParam, list } from '../../platform/http/wire-input.js';
import { TitleField } from '../title-field.js';

const CENTURY_S = 100 * 366 * 24 * 60 * 60;

/** A field that clients leave out, send empty or send as null: all three mean "not said". */
function unsaid<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}

/** At least one, each once, in the order of the contract. */
const Contexts = list(FilterContext)
  .transform((wanted) => FilterContext.options.filter((context) => wanted.includes(context)))
  .refine((wanted) => wanted.length > 0, 'none or unsupported context supplied');

/** Seconds from now. Empty or null is "never", left out is "as it was". */
const ExpiresIn = z.preprocess(
  (value) => (value === '' ? null : value),
  z.union([z.null(), z.coerce.number().int().min(0).max(CENTURY_S)]).optional(),
);

const Keyword = z
  .string({ error: "can't be blank" })
  .transform((keyword) => normalise(keyword).replaceAll(/\s+/g, ' '))
  .refine((keyword) => searchable(keyword).folded !== '', "can't be blank")
  .refine((keyword) => keyword.length <= 512, 'is too long (maximum is 512 characters)');

/** A row without anything in it is left out, as forms send one. */
const isEmptyRow = (row: unknown): boolean =>
  row !== null && typeof row === 'object' && Object.values(row).every((value) => value === '' || value === null);

const NewKeyword = z.object({ keyword: Keyword, whole_word: unsaid(Bool) });
const KeywordAttributes = z.object({
  id: unsaid(z.coerce.string().pipe(IdParam).catch('0')),
  keyword: Keyword.optional(),
  whole_word: unsaid(Bool),
  _destroy: unsaid(Bool),
});
export type KeywordAttributes = z.infer<typeof KeywordAttributes>;

const withoutEmptyRows = (value: unknown): unknown => (Array.isArray(value) ? value.filter((row) => !isEmptyRow(row)) : value);

export const NewFilterInput = z.object({
  title: TitleField,
  context: Contexts,
  filter_action: unsaid(FilterAction),
  expires_in: ExpiresIn,
  keywords_attributes: list(z.unknown(), 200).transform(withoutEmptyRows).pipe(z.array(NewKeyword)).optional(),
});
export type NewFilter = z.infer<typeof NewFilterInput>;

/** What a client leaves out stays as it is. */
export const FilterChangeInput = z.object({
  title: TitleField.optional(),
  context: Contexts.optional(),
  filter_action: unsaid(FilterAction),
  expires_in: ExpiresIn,
  keywords_attributes: list(z.unknown(), 200).transform(withoutEmptyRows).pipe(z.array(KeywordAttributes)).optional(),
});
export type FilterChange = z.infer<typeof FilterChangeInput>;

/** Checked by the verb, which finds the filter first: what is not there is not there, whatever was sent to it. */
export const KeywordInput = z.object({ keyword: Keyword.optional(), whole_word: unsaid(Bool) });
export type KeywordAsked = z.infer<typeof KeywordInput>;

export const FilterStatusInput = z.object({ status_id: unsaid(z.coerce.string().pipe(IdParam).catch('0')) });
export type FilterStatusAsked = z.infer<typeof FilterStatusInput>;

export const NewV1FilterInput = z.object({
  phrase: Keyword,
  context: Contexts,
  irreversible: unsaid(Bool),
  whole_word: unsaid(Bool),
  expires_in: ExpiresIn,
});
export type NewV1Filter = z.infer<typeof NewV1FilterInput>;

export const V1FilterChangeInput = NewV1FilterInput.extend({ phrase: Keyword.optional(), context: Contexts.optional() });
export type V1FilterChange = z.infer<typeof V1FilterChangeInput>;
