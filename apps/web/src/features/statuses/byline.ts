import type { Account } from '@roost/contracts';

const longest = 48;
const official = /\boffici[ae]l/iu;
/** The word stands beside an official account anyway. */
const itself = /^offici[ae]ls?[\s,:–-]+/iu;

/**
 * How people introduce themselves beside their name: the first sentence of what they say about themselves, "Fleet, Leeds". Their
 * handle where that is missing, long, more than words, or a claim that only the seal may make.
 */
export function byline(account: Pick<Account, 'acct'> & { roost: Pick<Account['roost'], 'note' | 'official'> }): string {
  const [first = ''] = account.roost.note.trim().split(/(?<=[.!?…])\s|\n/u);
  const said = first.replace(/[.…]$/u, '').trim();
  const words = account.roost.official ? said.replace(itself, '') : said;
  const plain = words !== '' && words.length <= longest && !/[@#]|:\/\//u.test(words);
  return plain && (account.roost.official || !official.test(words)) ? words : `@${account.acct}`;
}
