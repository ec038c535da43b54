import type { Account } from '@roost/contracts';
import { createStore } from '../common/store.js';

/** Whom somebody is about to report, and the post it is about. */
export interface ReportRequest {
  account: Account;
  statusId: string | null;
}

/** Non-null while the dialog is open. */
export const reportRequests = createStore<ReportRequest | null>(null);
