import { z } from 'zod';
import { jobQueue } from '../../platform/jobs/job-queue.js';

const language = z.enum(['en', 'fr']);

/** What a mail is about. Links are made when it is sent, so no secret waits in the queue; an invitation's is the exception. */
export const MailJob = z.discriminatedUnion('kind', [
  /** Prove the address a new account was made with. */
  z.object({ kind: z.literal('confirm'), accountId: z.string() }),
  /** Someone signed up with an address that has an account, or asks to confirm it again. */
  z.object({ kind: z.literal('address-taken'), email: z.string(), language }),
  /** Someone asks for the confirmation again; nothing happens when there is nothing to confirm. */
  z.object({ kind: z.literal('confirm-again'), email: z.string(), language }),
  z.object({ kind: z.literal('change-address'), accountId: z.string() }),
  z.object({ kind: z.literal('address-changed'), accountId: z.string(), oldEmail: z.string() }),
  z.object({ kind: z.literal('reset'), email: z.string(), language }),
  z.object({ kind: z.literal('password-changed'), accountId: z.string() }),
  z.object({ kind: z.literal('approved'), accountId: z.string() }),
  z.object({ kind: z.literal('refused'), email: z.string(), language }),
  z.object({ kind: z.literal('invitation'), email: z.string(), token: z.string(), days: z.int(), inviterId: z.string() }),
  /** To everyone who may approve: someone waits. */
  z.object({ kind: z.literal('someone-waits'), accountId: z.string() }),
  /** A post whose time had come could not be published. */
  z.object({ kind: z.literal('schedule-failed'), accountId: z.string() }),
]);
export type MailJob = z.infer<typeof MailJob>;

/** Twelve tries reach over about nine hours of a mail server that is down. */
export const MAIL_QUEUE = jobQueue('people-mail', MailJob, { retries: 16, retryDelay: 10, keep: 60 });
