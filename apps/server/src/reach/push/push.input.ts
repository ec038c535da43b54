import { PUSH_ALERTS, PushPolicy } from '@roost/contracts';
import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { Bool } from '../../platform/http/wire-input.js';

/** Bytes in any spelling of base64; kept in the one that the standard writes. */
const bytes = (fits: (value: Buffer) => boolean, problem: string) =>
  z
    .string()
    .max(200)
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(fits, problem)
    .transform((value) => value.toString('base64url'));

const Keys = z.object({
  p256dh: bytes(isPoint, 'is no public key of the curve P-256'),
  auth: bytes((value) => value.length === 16, 'is no secret of 16 bytes'),
});

const Alerts = z.object(Object.fromEntries(PUSH_ALERTS.map((name) => [name, Bool.optional()])));

/** What an app wants to be called for; what it does not name it does not want. */
const Data = z.object({ alerts: Alerts.optional(), policy: PushPolicy.optional() });

export const SubscriptionBody = z.object({
  subscription: z.object({
    endpoint: z.string().min(1, "can't be blank").max(2000),
    keys: Keys,
    /** True for RFC 8291; the draft before it otherwise, which relays of older apps expect. */
    standard: Bool.default(false),
  }),
  data: Data.default({}),
});
export type SubscriptionBody = z.infer<typeof SubscriptionBody>;

export const ChangeBody = z.object({ data: Data.default({}) });
export type ChangeBody = z.infer<typeof ChangeBody>;

/** Names of what is switched on. */
export function alertsOf(alerts: Record<string, boolean | undefined> | undefined): string[] {
  return PUSH_ALERTS.filter((name) => alerts?.[name] === true);
}

function isPoint(value: Buffer): boolean {
  if (value.length !== 65 || value[0] !== 4) return false;
  try {
    ECDH.convertKey(value, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
