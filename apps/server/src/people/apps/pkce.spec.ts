import { describe, expect, it } from '@jest/globals';
import { answersChallenge, isChallenge } from './pkce.js';

// The example of RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('PKCE', () => {
  it('takes the verifier that a challenge was made from, and no other', () => {
    expect(answersChallenge(CHALLENGE, VERIFIER)).toBe(true);
    expect(answersChallenge(CHALLENGE, VERIFIER.replace('d', 'e'))).toBe(false);
    expect(answersChallenge(CHALLENGE, CHALLENGE)).toBe(false);
    expect(answersChallenge(CHALLENGE, undefined)).toBe(false);
    expect(answersChallenge(CHALLENGE, 'short')).toBe(false);
  });

  it('knows the form of a challenge', () => {
    expect(isChallenge(CHALLENGE)).toBe(true);
    for (const wrong of ['', 'abc', `${CHALLENGE}=`, CHALLENGE.replace('-', '+')]) expect(isChallenge(wrong)).toBe(false);
  });
});
