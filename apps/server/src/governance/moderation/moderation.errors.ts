import { Invalid } from '../../platform/errors.js';

export class OwnAccountReported extends Invalid {
  constructor() {
    super('Validation failed: Account is your own', { account_id: ['is your own'] }, 'report.own_account');
  }
}
