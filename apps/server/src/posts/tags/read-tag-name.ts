import { parseText, tagKey } from '@roost/text';
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
  return { name: tagKey(written), written };
}
