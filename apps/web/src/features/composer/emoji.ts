export interface Emoji {
  unicode: string;
  label: string;
  tags: string[];
}

/** What people reach for before they type a letter. */
const often = ['👍', '🙏', '😀', '🎉', '✅', '❤️', '👀', '🚚', '☕', '🔧', '📦', '⚠️'];
const loaded = new Map<string, Promise<Emoji[]>>();

/** The list comes in the language of the interface, with the first emoji anyone asks for. */
function emojiList(locale: string): Promise<Emoji[]> {
  let list = loaded.get(locale);
  if (!list) {
    const data = locale === 'fr' ? import('emojibase-data/fr/compact.json') : import('emojibase-data/en/compact.json');
    list = data.then((file) =>
      file.default
        .filter((entry) => entry.order !== undefined)
        .map((entry) => ({ unicode: entry.unicode, label: entry.label, tags: entry.tags ?? [] })),
    );
    loaded.set(locale, list);
  }
  return list;
}

/** Emoji whose name, else whose keywords, begin with the query. */
export async function findEmoji(query: string, locale: string, limit: number): Promise<Emoji[]> {
  const list = await emojiList(locale);
  return matchEmoji(list, query, limit);
}

function matchEmoji(list: readonly Emoji[], query: string, limit: number): Emoji[] {
  if (query === '')
    return often
      .flatMap((unicode) => list.find((emoji) => emoji.unicode.replace('\uFE0F', '') === unicode.replace('\uFE0F', '')) ?? [])
      .slice(0, limit);
  const wanted = fold(query);
  const starts = (text: string) =>
    fold(text)
      .split(/[\s-]+/u)
      .some((word) => word.startsWith(wanted));
  const byName = list.filter((emoji) => fold(emoji.label).startsWith(wanted));
  const byWord = list.filter((emoji) => !byName.includes(emoji) && starts(emoji.label));
  const byTag = list.filter((emoji) => !byName.includes(emoji) && !byWord.includes(emoji) && emoji.tags.some(starts));
  return [...byName, ...byWord, ...byTag].slice(0, limit);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
