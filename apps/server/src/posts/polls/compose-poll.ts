import { LIMITS } from '@roost/contracts';
import { checkLine } from '@roost/text';
import { PollRefused } from './poll.errors.js';
import type { PollWish } from './poll.input.js';

/** A poll that may be put up: what readers answer, and how long. */
export interface ComposedPoll {
  options: string[];
  multiple: boolean;
  hideTotals: boolean;
  seconds: number;
}

/** Options left empty are left out, as forms send them. @throws PollRefused */
export function composePoll(wish: PollWish): ComposedPoll {
  const options = wish.options.flatMap((option) => readOption(option) ?? []);
  if (options.length < 2) throw new PollRefused('Options must be more than one');
  if (options.length > LIMITS.pollOptions)
    throw new PollRefused(`Options can't contain more than ${LIMITS.pollOptions} items`, { limit: LIMITS.pollOptions });
  if (new Set(options).size < options.length) throw new PollRefused('Options contain duplicate items');
  const seconds = wish.expires_in;
  if (seconds === undefined) throw new PollRefused("Expires at can't be blank");
  if (seconds < LIMITS.pollMinSeconds) throw new PollRefused('Expires at is too soon', { least: LIMITS.pollMinSeconds });
  if (seconds > LIMITS.pollMaxSeconds)
    throw new PollRefused('Expires at is too far into the future', { most: LIMITS.pollMaxSeconds });
  return { options, multiple: wish.multiple, hideTotals: wish.hide_totals, seconds };
}

function readOption(text: string): string | null {
  const check = checkLine(text, LIMITS.pollOptionCharacters);
  switch (check.code) {
    case 'ok':
      return check.line;
    case 'blank':
      return null;
    case 'too_long':
      throw new PollRefused(`Options can't be longer than ${check.limit} characters each`, { limit: check.limit });
    case 'grapheme_too_long':
      throw new PollRefused(`Options pile more than ${check.limit} signs on one character`, { limit: check.limit });
  }
}
