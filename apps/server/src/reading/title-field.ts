import { isBlank, normalise } from '@roost/text';
import { z } from 'zod';

/**
 * The title of a list or a filter: one line, in the form in which text is stored. Its length is counted in UTF-16 units, which is
 * never less than what the tables count.
 */
export const TitleField = z
  .string({ error: "can't be blank" })
  .transform((title) => normalise(title).replaceAll(/\s+/g, ' '))
  .refine((title) => !isBlank(title), "can't be blank")
  .refine((title) => title.length <= 256, 'is too long (maximum is 256 characters)');
