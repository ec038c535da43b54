import { parseText } from '@roost/text';
import type { WrittenTag } from './keep-tags.js';
import { NotATag } from './tag.errors.js';

/** A tag as somebody names it, with or without its sign. @throws NotATag when a post could not hold it as one tag */
export function readTagName(input: string): WrittenTag {
  const written = input
    .trim()
    .replace(/^[#\uff03]/, '')
    .normalize('NFC');
  const { text, entities } = parseText(`#${written}`);
  const [tag] = entities;
  if (tag?.type !== 'tag' || tag.end !== [...text].length) throw new NotATag();
  // As the parser read it: signs that no text keeps are gone.
  return { name: tag.name, written: tag.written };
}
