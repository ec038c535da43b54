import type { IconName } from '@roost/ui';
import { fold } from '../search/fold.js';

/** One line of the list of commands. */
export interface Command {
  id: string;
  group: 'go' | 'do' | 'people' | 'tags';
  icon?: IconName;
  words: string;
  /** Stands behind the words, smaller; also looked through. */
  note?: string;
  keys?: string;
  run: () => void;
}

const most = 8;

/** What fits, best first: what begins so, then what has a word that does, then what holds it anywhere. */
export function matching(commands: readonly Command[], wanted: string): Command[] {
  const text = fold(wanted.trim());
  if (text === '') return [...commands];
  return commands
    .map((command) => ({ command, rank: rankOf(fold(`${command.words} ${command.note ?? ''}`), text) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ command }) => command);
}

function rankOf(words: string, text: string): number {
  if (words.startsWith(text)) return 0;
  if (words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(text))) return 1;
  return words.includes(text) ? 2 : 3;
}
