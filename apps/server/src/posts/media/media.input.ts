import { LIMITS } from '@roost/contracts';
import { z } from 'zod';
import { FileField, LargeFileField } from '../../platform/http/uploaded-file.js';

/** Where the eye goes, `x,y` from -1,-1 (bottom left) to 1,1 (top right). */
export const FocusField = z.preprocess(
  (value) => (value === '' || value === null ? undefined : value),
  z
    .string()
    .transform((value) => value.split(',').map(Number))
    .pipe(
      z.tuple([z.number().min(-1).max(1), z.number().min(-1).max(1)], {
        error: 'must be two numbers from -1 to 1, such as 0.5,-0.5',
      }),
    )
    .transform(([x, y]) => ({ x, y }))
    .optional(),
);

/** The alternative text. Left out or null means "as it was"; empty takes it away. */
export const DescriptionField = z.preprocess(
  (value) => value ?? undefined,
  z
    .string()
    .transform((value) => value.toWellFormed().replaceAll('\0', '').trim())
    .refine((value) => [...value].length <= LIMITS.mediaDescription, `is longer than ${LIMITS.mediaDescription} characters`)
    .optional(),
);

/** The picture that stands for a film or sound. */
const Thumbnail = z.preprocess((value) => (value === '' || value === null ? undefined : value), FileField.optional());

export const UploadBody = z.object({
  file: LargeFileField,
  thumbnail: Thumbnail,
  description: DescriptionField,
  focus: FocusField,
});
export type UploadBody = z.infer<typeof UploadBody>;

export const MediaChangeBody = z.object({ thumbnail: Thumbnail, description: DescriptionField, focus: FocusField });
export type MediaChangeBody = z.infer<typeof MediaChangeBody>;
