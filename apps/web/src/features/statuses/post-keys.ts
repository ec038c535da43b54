import type { KeyboardEvent } from 'react';
import { keyName, takesText } from '../../app/keys/keymap.js';
import { sequenceIsOpen, singleKeysEnabled } from '../../app/keys/use-keys.js';
import type { PostHandle } from './use-post.js';

/** The keys of one post, while the focus is on it or in it. Enter opens it only from the post itself: inside, it presses a button. */
export function onPostKey(event: KeyboardEvent<HTMLElement>, post: PostHandle, openMenu: () => void): void {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || takesText(target.tagName, target.getAttribute('type'), target.isContentEditable)) return;
  const name = keyName(event.nativeEvent);
  if (!name || (name.length === 1 && !singleKeysEnabled()) || sequenceIsOpen(event.timeStamp)) return;
  const actions: Record<string, () => void> = {
    r: post.reply,
    b: () => post.toggle('reblogged'),
    l: () => post.toggle('favourited'),
    s: () => post.toggle('bookmarked'),
    a: post.openAuthor,
    m: openMenu,
    ...(target === event.currentTarget ? { Enter: post.open } : {}),
  };
  const act = actions[name];
  if (!act) return;
  event.preventDefault();
  act();
}
