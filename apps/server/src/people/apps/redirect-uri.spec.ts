import { describe, expect, it } from '@jest/globals';
import { isRedirectUri, withParameters } from './redirect-uri.js';

describe('isRedirectUri', () => {
  it.each([
    'urn:ietf:wg:oauth:2.0:oob',
    'https://elk.example/api/roost.example/oauth/https%3A%2F%2Felk.example',
    'http://localhost:3000/callback?x=1',
    'org.joinmastodon.android-auth://callback',
    'mastodon://joinmastodon.org/oauth',
    'oauth2redirect://com.keylesspalace.tusky/',
    'icecubesapp://',
    'com.tapbots.Ivory.10217:/request_token/4E5F',
  ])('takes %s', (uri) => {
    expect(isRedirectUri(uri)).toBe(true);
  });

  it.each([
    '',
    'callback',
    '/callback',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'urn:something:else',
    'https://app.example/#fragment',
    'https://user:secret@app.example/',
    'https://app.example/with space',
    'https://app.example/\nLocation: x',
    `https://app.example/${'x'.repeat(2000)}`,
  ])('refuses %j', (uri) => {
    expect(isRedirectUri(uri)).toBe(false);
  });
});

describe('withParameters', () => {
  it('keeps what was registered to the letter', () => {
    expect(withParameters('com.tapbots.Ivory.10217:/request_token/x', { code: 'a b', state: undefined })).toBe(
      'com.tapbots.Ivory.10217:/request_token/x?code=a%20b',
    );
    expect(withParameters('icecubesapp://', { code: 'c', state: 's&t' })).toBe('icecubesapp://?code=c&state=s%26t');
    expect(withParameters('https://app.example/?a=1', { error: 'access_denied' })).toBe(
      'https://app.example/?a=1&error=access_denied',
    );
  });
});
