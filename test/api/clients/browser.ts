import type { AuthorizationAnswer } from '@roost/contracts';
import { Client, type Roost } from '@roost/test-kit';
import sharp from 'sharp';

export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';
export const PASSWORD = 'correct horse battery';

/** What a person does in their browser while an app waits: signs in, reads what the app asks for, says yes. */
export async function letAppIn(roost: Roost, email: string, request: Record<string, string>): Promise<string> {
  const origin = { origin: roost.url };
  const signedIn = await roost.anonymous.post('/api/roost/v1/sessions', { email, password: PASSWORD }, { headers: origin });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (signedIn.status !== 200 || !cookie) throw new Error(`not signed in: ${JSON.stringify(signedIn.body)}`);
  const browser = new Client(roost.url, { ...origin, cookie });
  const answer = await browser.post<AuthorizationAnswer>('/api/roost/v1/authorizations', {
    response_type: 'code',
    approve: true,
    ...request,
  });
  if (answer.status !== 200) throw new Error(`not let in: ${JSON.stringify(answer.body)}`);
  if ('code' in answer.body) return answer.body.code;
  return new URL(answer.body.redirect).searchParams.get('code') ?? '';
}

/** A small picture of one colour. */
export function picture(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
}
