import { z } from 'zod';

/** Decimal string of a 53-bit id; sorts by length, then lexically. */
export const Id = z.string().regex(/^\d{1,16}$/, 'an id is a decimal number');

/** UTC with exactly three fraction digits and `Z`: some app decoders refuse any other form. */
export const DateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Who may see a status: the whole company, the company but not its timeline, followers, or the people mentioned. */
export const Visibility = z.enum(['public', 'unlisted', 'private', 'direct']);
export type Visibility = z.infer<typeof Visibility>;

/** ISO 639 code, two or three letters, optionally with a region (`fr`, `pt-BR`). */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'a language is an ISO 639 code such as fr');
