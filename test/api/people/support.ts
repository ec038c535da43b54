import { type Answer, Client, type Person, type Roost, until } from '@roost/test-kit';
import { hash } from 'node:crypto';

/** Long and of no common words, so that every rule lets it pass. */
export const GOOD_PASSWORD = 'veracious hollow tin';

/** Our own pages: their requests carry their origin. */
export function page(roost: Roost, cookie?: string): Client {
  return new Client(roost.url, { origin: roost.url, ...(cookie === undefined ? {} : { cookie }) });
}

/** The cookies that an answer sets, by name. */
export function cookiesOf(answer: Answer): Record<string, { value: string; attributes: string }> {
  return Object.fromEntries(
    answer.headers.getSetCookie().map((line) => {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=', 2);
      return [name, { value, attributes: attributes.join('; ') }];
    }),
  );
}

/** All cookies of an answer, as a browser sends them back. */
export function cookieHeader(answer: Answer): string {
  return Object.entries(cookiesOf(answer))
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ');
}

export interface OutboxMail {
  recipient: string;
  subject: string;
  body: string;
}

/** Mails that were sent to an address, oldest first. */
export async function mailsTo(roost: Roost, recipient: string): Promise<OutboxMail[]> {
  const { rows } = await roost.db.query<OutboxMail>(
    'select recipient, subject, body from outbox_mail where recipient = $1 order by id',
    [recipient],
  );
  return rows;
}

/** Waits for the nth mail to an address. */
export function nthMail(roost: Roost, recipient: string, n: number): Promise<OutboxMail> {
  return until(async () => (await mailsTo(roost, recipient))[n - 1], 10_000);
}

/** The secret in a mail's link. */
export function secretIn(mail: OutboxMail): string {
  const secret = /#([\w-]{43})\b/.exec(mail.body)?.[1];
  if (secret === undefined) throw new Error(`no link in: ${mail.body}`);
  return secret;
}

/** Waits until every mail that was asked for has been sent. */
export async function mailSettled(roost: Roost): Promise<void> {
  await until(async () => {
    const { rows } = await roost.db.query<{ open: number }>(
      `select count(*)::int as open from roost_jobs.job where name = 'people-mail' and state < 'completed'`,
    );
    return rows[0]?.open === 0;
  }, 10_000);
}

/** Sets how people may come in. */
export async function openDoor(ada: Person, registration: string, domains: string[] = []): Promise<void> {
  const answer = await ada.web.patch('/api/roost/v1/settings', { registration, domains });
  if (answer.status !== 200) throw new Error(`settings answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

export function signUpForm(fields: { handle: string; email: string } & Record<string, unknown>): Record<string, unknown> {
  return { password: GOOD_PASSWORD, language: 'en', display_name: '', ...fields };
}

/** Signs up, answers the mail, and signs in. @returns the browser's client */
export async function newcomer(roost: Roost, fields: { handle: string; email: string }): Promise<Client> {
  const signUp = await page(roost).post('/api/roost/v1/sign-up', signUpForm(fields));
  if (signUp.status !== 202) throw new Error(`sign-up answered ${signUp.status}: ${JSON.stringify(signUp.body)}`);
  const token = secretIn(await nthMail(roost, fields.email, 1));
  await page(roost).post('/api/roost/v1/confirmations/redeem', { token });
  return signedIn(roost, fields.email);
}

/** Signs in with the good password. */
export async function signedIn(roost: Roost, email: string, password = GOOD_PASSWORD, remember = false): Promise<Client> {
  const answer = await page(roost).post('/api/roost/v1/sessions', { email, password, remember });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return page(roost, cookieHeader(answer));
}

/** Types of journal entries about something, oldest first. */
export async function journalled(roost: Roost, subjectType: string, subjectId: string | null): Promise<string[]> {
  const { rows } = await roost.db.query<{ type: string }>(
    'select type from journal_entry where subject_type = $1 and subject_id is not distinct from $2 order by seq',
    [subjectType, subjectId],
  );
  return rows.map(({ type }) => type);
}

export function sha256(text: string): Buffer {
  return Buffer.from(hash('sha256', text, 'hex'), 'hex');
}
