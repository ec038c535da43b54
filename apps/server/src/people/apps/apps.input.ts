import { AuthorizationQuery } from '@roost/contracts';
import { z } from 'zod';
import { Bool, list } from '../../platform/http/wire-input.js';
import { isRedirectUri } from './redirect-uri.js';

/** Characters nobody sees could make one app look like another when a person is asked about it. */
const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Co}\s]+/gu, ' ').trim();

const Website = z
  .preprocess(
    (value) => (value === '' ? null : value),
    z
      .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
      .max(2000)
      .nullable(),
  )
  .default(null);

/** `redirect_uris` as an array, or as one text with an address on each line. */
const RedirectUris = list(z.string())
  .transform((values) => (values ?? []).flatMap((value) => value.split(/\s*\n\s*/)).map((uri) => uri.trim()))
  .transform((uris) => [...new Set(uris.filter((uri) => uri !== ''))])
  .pipe(
    z
      .array(
        z
          .string()
          .refine(isRedirectUri, 'must be addresses with a scheme, such as https://app.example/callback or app://callback'),
      )
      .min(1, "can't be blank")
      .max(20),
  );

export const AppBody = z.object({
  client_name: z.string({ error: "can't be blank" }).transform(visible).pipe(z.string().min(1, "can't be blank").max(200)),
  redirect_uris: RedirectUris,
  /** Names with blanks between; `read` when there are none. */
  scopes: z.string().max(2000).optional(),
  website: Website,
});
export type AppBody = z.infer<typeof AppBody>;

/** A field of the token endpoint; anything but text counts as missing, so that the answer is always one of OAuth's own errors. */
const Field = z
  .string()
  .max(4000)
  .transform((text) => text.replaceAll('\0', ''))
  .optional()
  .catch(undefined);

export const TokenBody = z.object({
  grant_type: Field,
  client_id: Field,
  client_secret: Field,
  code: Field,
  redirect_uri: Field,
  code_verifier: Field,
  scope: Field,
  username: Field,
  password: Field,
});
export type TokenBody = z.infer<typeof TokenBody>;

export const RevocationBody = z.object({ client_id: Field, client_secret: Field, token: Field });
export type RevocationBody = z.infer<typeof RevocationBody>;

export const DecisionBody = AuthorizationQuery.extend({ approve: Bool });
