import type { Status } from '@roost/contracts';
import { i18n } from '@lingui/core';
import { toast } from '../../app/common/toasts.js';
import { fullDate } from '../../i18n/format.js';
import { textNow } from '../../i18n/use-text.js';

/** The address of a post on this site, whatever host the page was loaded from. */
function postAddress(status: Status): string {
  return new URL(`/@${status.account.acct}/${status.id}`, status.url.startsWith('http') ? status.url : location.origin).href;
}

export async function copyLink(status: Status): Promise<void> {
  await copy(postAddress(status), textNow('post.linkCopied'));
}

/** A copied post carries its author, time and address as plain text. */
export async function copyPost(status: Status): Promise<void> {
  const name = status.account.display_name || status.account.username;
  const when = fullDate(new Date(status.created_at), i18n.locale);
  await copy(
    `${status.roost.text}\n\n${name} (@${status.account.acct}), ${when}\n${postAddress(status)}`,
    textNow('post.textCopied'),
  );
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ words: done });
  } catch {
    toast({ words: textNow('post.copyRefused'), tone: 'trouble' });
  }
}
