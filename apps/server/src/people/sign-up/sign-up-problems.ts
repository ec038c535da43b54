import { Invalid } from '../../platform/errors.js';

export type SignUpField = 'username' | 'email' | 'password' | 'agreement' | 'locale' | 'reason';

/** Mastodon's codes with its words: apps show the sentence, and find the field by the code. */
const WORDS = {
  ERR_BLANK: "can't be blank",
  ERR_INVALID: 'is invalid',
  ERR_TAKEN: 'has already been taken',
  ERR_RESERVED: 'is reserved',
  ERR_TOO_SHORT: 'is too short',
  ERR_TOO_LONG: 'is too long',
  ERR_ACCEPTED: 'must be accepted',
  ERR_INCLUSION: 'is not a supported value',
} as const;
export type FieldProblem = keyof typeof WORDS;

/** Everything that keeps a sign-up by an app from working, each field with its code. */
export class SignUpProblems extends Invalid {
  constructor(problems: ReadonlyMap<SignUpField, FieldProblem>) {
    const named = [...problems];
    const sentences = named.map(([field, problem]) => `${field.charAt(0).toUpperCase()}${field.slice(1)} ${WORDS[problem]}`);
    super(
      `Validation failed: ${sentences.join(', ')}`,
      Object.fromEntries(named.map(([field, problem]) => [field, [{ error: problem, description: WORDS[problem] }]])),
      'sign_up.invalid',
    );
  }
}
