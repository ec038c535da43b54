import { z } from 'zod';
import { jobQueue } from '../../platform/jobs/job-queue.js';

/** One notification for one app. */
export const PushJob = z.object({ subscriptionId: z.int(), notificationId: z.string() });
export type PushJob = z.infer<typeof PushJob>;

/** Twelve tries over about eight hours; older news would only surprise. */
export const PUSH_QUEUE = jobQueue('web-push', PushJob, { retries: 12, retryDelay: 5, keep: 3600 });
