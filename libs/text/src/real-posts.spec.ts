import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { checkText, MAX_LENGTH, measure, parseText, splitText, toPieces, type Entity } from './index.js';

/** Posts that people wrote, lent by the project's shared data; a checkout without them carries on with made ones. */
const source = fileURLToPath(new URL('../../../../shared/data/status-updates.jsonl.gz', import.meta.url));
const hasRealPosts = existsSync(source);
const posts = hasRealPosts ? realPosts() : madePosts();

function realPosts(): string[] {
  const lines = gunzipSync(readFileSync(source)).toString('utf8').split('\n', 20_000);
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

function madePosts(): string[] {
  process.stdout.write(`${source} is not there: reading made posts instead.\n`);
  const scraps = [
    'Fix #123',
    'update @types/node to 7.0.28',
    'Story#url',
    'merci @ann',
    'https://a.example/x#y.',
    'ユーザー名 #misskey',
    '`@Public`',
  ];
  return Array.from({ length: 2000 }, (_, n) => [0, 1, 2].map((step) => scraps[(n + step * (n % 5)) % scraps.length]).join(' '));
}

function found(text: string): string[] {
  const parsed = parseText(text);
  return toPieces(parsed.text, parsed.entities).flatMap((piece) => (piece.entity === undefined ? [] : [piece.text]));
}

function allOf<T extends Entity['type']>(type: T): Extract<Entity, { type: T }>[] {
  return posts.flatMap((text) => parseText(text).entities).filter((entity) => entity.type === type) as Extract<
    Entity,
    { type: T }
  >[];
}

describe(hasRealPosts ? 'real posts' : 'made posts', () => {
  it('keep every character, and ranges that fit their text', () => {
    for (const text of posts) {
      const { text: normal, entities, codePoints } = parseText(text);
      expect(
        toPieces(normal, entities)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(normal);
      expect(entities.at(-1)?.end ?? 0).toBeLessThanOrEqual(codePoints);
    }
  });

  it('fit, all but those with several short addresses that count 23', () => {
    const refused = posts.filter((text) => checkText(text).code !== 'ok');
    expect(refused.filter((text) => (text.match(/https?:\/\//g) ?? []).length === 0)).toEqual([]);
    for (const text of refused) expect(splitText(text).every((part) => measure(part) <= MAX_LENGTH)).toBe(true);
  });

  it('have no number, method or anchor for a tag', () => {
    const tags = allOf('tag').map((tag) => tag.written);
    expect(tags.length).toBeGreaterThan(posts.length / 10);
    expect(tags.filter((tag) => /^\d+$/.test(tag))).toEqual([]);
    const afterWord = posts.filter((text) => {
      const parsed = parseText(text);
      return toPieces(parsed.text, parsed.entities).some(
        ({ entity }, index, pieces) => entity?.type === 'tag' && /[\p{L}\p{N}_/&]$/u.test(pieces[index - 1]?.text ?? ''),
      );
    });
    expect(afterWord).toEqual([]);
  });

  it('have no package or decorator for a mention', () => {
    const packages = posts.filter((text) => /(?:^|\s)@[\w-]+\//.test(text));
    expect(packages.length).toBeGreaterThan(100);
    const taken = packages.flatMap((text) =>
      found(text).filter((written) => written.startsWith('@') && text.includes(`${written}/`)),
    );
    expect(taken).toEqual([]);
    expect(allOf('mention').length).toBeGreaterThan(20);
  });

  it('have addresses that a browser opens, and that end where people meant', () => {
    const urls = allOf('link').map((link) => link.url);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !URL.canParse(url))).toEqual([]);
    expect(urls.filter((url) => /[.,:;!?'")\]]$/.test(url))).toEqual([]);
  });
});

describe('posts read by hand', () => {
  it.each([
    ['Fix for bug #00019 (Linkified all @ addresses in a message) #statusnet', ['#statusnet']],
    ['little better handling of @# #statusnet', ['#statusnet']],
    ['get rid of hcard in @-replies #statusnet', ['#statusnet']],
    ['Autocomplete @ mentions in the composer. Closes #103 #Tusky', ['#Tusky']],
    ['fix(package): update @types/elasticsearch to version 5.0.11 #misskey', ['#misskey']],
    ['let @rejon do the homework http://ur1.ca/17c #statusnet', ['@rejon', 'http://ur1.ca/17c', '#statusnet']],
    ['see http://www.topolis.lt/php/#35050 #statusnet', ['http://www.topolis.lt/php/#35050', '#statusnet']],
    ['Allow HTML in site notice (Bug#1002) #statusnet', ['#statusnet']],
    ['Using &#8230; (hellip) instead of "more" for link text #statusnet', ['#statusnet']],
    ['use a common class, filter out <h#> tags, add rel=nofollow #lobsters', ['#lobsters']],
    ['Story#description_or_story_cache: handle truncation properly #lobsters', ['#lobsters']],
    ['do temporary workaround for sveltejs/sapper#79 #enafore', ['#enafore']],
    ['Tag markup for tag_self, tag_user, form#tag_user #statusnet', ['#statusnet']],
    ["main test to '@Component' + 'render' #x", ['@Component', '#x']],
    ['feat(notes/mentions): @mentionされていないノート #misskey', ['@mention', '#misskey']],
    ['@sonntag-philipp has signed #unleash', ['#unleash']],
    ['replace `this.getQueryCache()` with `this.#queryCache` #query', ['#query']],
    ['Share env vars client-side using `@Public` decorator (#6627) #outline', ['#outline']],
    [
      'Revert "Use it as documented at http://microformats.org/wiki/geo" #statusnet',
      ['http://microformats.org/wiki/geo', '#statusnet'],
    ],
    [
      'small js fix (https://github.com/ueberdosis/hocuspocus/pull/235) #outline',
      ['https://github.com/ueberdosis/hocuspocus/pull/235', '#outline'],
    ],
    [
      'comment: https://github.com/outline/outline/pull/2283\\#discussion_r665301770',
      ['https://github.com/outline/outline/pull/2283'],
    ],
    ["Add 'http://' to homepage only when needed #statusnet", ['#statusnet']],
    ["(MisskeyIO#922): 'https://'を省略するように (MisskeyIO#933)", []],
    ['Issue:#9828対応 (#9916) #misskey', ['#9828対応', '#misskey']],
    ['Fix double ## #lobsters', ['#lobsters']],
    ["♫ Don't you forget about me ♫ #statusnet", ['#statusnet']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
