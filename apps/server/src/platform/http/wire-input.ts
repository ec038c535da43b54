import { z } from 'zod';

const TRUE = new Set<unknown>([true, 1, 'true', '1', 'on', 't', 'yes']);
const FALSE = new Set<unknown>([false, 0, 'false', '0', 'off', 'f', 'no', '']);

/** A yes or no in any of the spellings that clients use. */
export const Bool = z.preprocess(
  (value) => (TRUE.has(value) ? true : FALSE.has(value) ? false : value),
  z.boolean({ error: 'must be true or false' }),
);

/** Many values as a JSON array, `name[]=a`, an index hash `name[0]=a`, or a single `name=a`. */
export function list<Item extends z.ZodType>(item: Item, max = 200) {
  return z.preprocess((value) => asArray(value), z.array(item).max(max));
}

function asArray(value: unknown): unknown {
  if (value === undefined || Array.isArray(value)) return value;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value);
    if (keys.every((key) => /^\d+$/.test(key)))
      return keys.sort((a, b) => Number(a) - Number(b)).map((key) => (value as Record<string, unknown>)[key]);
  }
  return [value];
}

/** Page size: clamped, never refused. */
export function limit(standard: number, most: number) {
  return z
    .preprocess((value) => (value === undefined || value === '' ? standard : Number(value)), z.number().catch(standard))
    .transform((value) => (Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 1), most) : standard));
}

/** An id used as a cursor. What is no id is ignored, as clients send odd ones; ids never exceed 2^63. */
export const CursorId = z.preprocess(
  (value) =>
    typeof value === 'string' && /^\d{1,18}$/.test(value)
      ? value
      : typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? String(value)
        : undefined,
  z.string().optional(),
);

/** `max_id`, `since_id`, `min_id` and `limit` of every paged list. */
export function pageInput(standard: number, most: number) {
  return { max_id: CursorId, since_id: CursorId, min_id: CursorId, limit: limit(standard, most) };
}

/** An id in a path. What is no id can only be something that does not exist. */
export const IdParam = z.string().regex(/^\d{1,18}$/);
