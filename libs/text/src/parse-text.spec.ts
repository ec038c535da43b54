import { describe, expect, it } from '@jest/globals';
import { parseText, toPieces } from './index.js';

/** Shows what was found, as `[what stands in the text]`, in place. */
function marked(text: string, domain?: string): string {
  const parsed = parseText(text, { domain });
  return toPieces(parsed.text, parsed.entities)
    .map((piece) => (piece.entity === undefined ? piece.text : `[${piece.text}]`))
    .join('');
}

describe('mentions', () => {
  it.each([
    ['@ann', '[@ann]'],
    ['Merci @Ann_B2.', 'Merci [@Ann_B2].'],
    ['.@ann said (cc @ben, @cleo)', '.[@ann] said (cc [@ben], [@cleo])'],
    ["@ann's desk, @ben: yes, *@cleo*", "[@ann]'s desk, [@ben]: yes, *[@cleo]*"],
    ['担当は@annさん', '担当は[@ann]さん'],
    ['@ann\n@ben', '[@ann]\n[@ben]'],
    [`@${'a'.repeat(30)}`, `[@${'a'.repeat(30)}]`],
  ])('finds those in %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['an e-mail address', 'write to ann@corp.example or rené@corp.example, not x@home'],
    ['a broken e-mail address', 'john.@corp'],
    ['a package', 'update @types/node and @nestjs/typeorm'],
    ['a decorator with arguments', '@Input() @media{x} @list[0] @size=1'],
    ['a decorator with a path', '@app.route and @pytest.mark'],
    ['a handle of another network', 'ask @some-user or @user:matrix.example'],
    ['someone on another server', 'ask @ann@other.example'],
    ['a doubled sign', '@@ann'],
    ['a path, a variable or an escape', 'roost.example/@ann $@ann \\@ann #@ann @App\\User'],
    ['one letter', '@a and @ b'],
    ['more than 30 letters', `@${'a'.repeat(31)}`],
    ['half a word', '@ren\u00e9'],
    ['letters outside ASCII that fold into it', '@\u017fam and @an\u017f'],
    ['code', 'use `@Public` or ``@Private`` here'],
  ])('finds none in %s', (_, text) => {
    expect(marked(text)).toBe(text);
  });

  it('folds the handle and keeps the text', () => {
    expect(parseText('hi @AnN')).toMatchObject({
      text: 'hi @AnN',
      entities: [{ type: 'mention', handle: 'ann', start: 3, end: 7 }],
    });
  });

  it('takes the full form for people of this server, whose domain it is told', () => {
    expect(marked('@ann@corp.example. @ben@corp.example.org @cleo@corp.example/x', 'Corp.example')).toBe(
      '[@ann@corp.example]. @ben@corp.example.org @cleo@corp.example/x',
    );
    expect(parseText('@Ann@Corp.example', { domain: 'corp.example' }).entities).toEqual([
      { type: 'mention', handle: 'ann', start: 0, end: 17 },
    ]);
  });

  it('reads a backtick inside a word as an apostrophe, and an unpaired one as nothing', () => {
    expect(marked('l`avis de @ann n`est pas')).toBe('l`avis de [@ann] n`est pas');
    expect(marked('`@ann\n`@ben')).toBe('`[@ann]\n`[@ben]');
  });
});

describe('tags', () => {
  it.each([
    ['#roost', '[#roost]'],
    ['Départ de #LaRéunion!', 'Départ de [#LaRéunion]!'],
    ['(#a), “#b”: #c-d', '([#a]), “[#b]”: [#c]-d'],
    ['#snake_case #2026goals', '[#snake_case] [#2026goals]'],
    ['＃東京 #हिन्दी #ไทย', '[＃東京] [#हिन्दी] [#ไทย]'],
    ['#étudiant·e·s · #b', '[#étudiant·e·s] · [#b]'],
    ['#fin· #ici', '[#fin]· [#ici]'],
    ['#می\u200cخواهم', '[#می\u200cخواهم]'],
    ["#l'été #fin.", "[#l]'été [#fin]."],
    ['fin.#lyon', 'fin.[#lyon]'],
    [`#${'a'.repeat(100)}`, `[#${'a'.repeat(100)}]`],
  ])('finds those in %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['numbers', 'fixes #123, #1_2 and ＃４５'],
    ['a language, a method, an anchor', 'C# and Story#url and x/#y'],
    ['an HTML character', '&#8230; &#x27;'],
    ['a doubled sign', '##heading ＃＃heading'],
    ['an escape, an attribute or a variable', '\\#x id=#x $#x @#x'],
    ['a sign before blanks or signs', '# a #! #-x #'],
    ['a keycap', '#\ufe0f\u20e3a'],
    ['an invisible letter', '#\u3164'],
    ['more than 100 letters', `#${'a'.repeat(101)}`],
    ['more than 100 code points that mean fewer', `#${'q\u0301'.repeat(51)}`],
    ['a private field in code', 'read `this.x` and `#queryCache`'],
  ])('finds none in %s', (_, text) => {
    expect(marked(text)).toBe(text);
  });

  it('keeps what was written beside what it means', () => {
    expect(parseText('#LaRéunion').entities).toEqual([
      { type: 'tag', name: 'lareunion', written: 'LaRéunion', start: 0, end: 10 },
    ]);
  });
});

describe('links', () => {
  it.each([
    ['see https://roost.example.', 'see [https://roost.example].'],
    ['(https://a.example/b_(c)) x', '([https://a.example/b_(c)]) x'],
    ['[b](https://a.example/x), c', '[b]([https://a.example/x]), c'],
    ['https://a.example/1,2;3?q=a,b&c=d#e!', '[https://a.example/1,2;3?q=a,b&c=d#e]!'],
    ['«https://a.example/x» "https://b.example"', '«[https://a.example/x]» "[https://b.example]"'],
    ['https://fr.example/wiki/L’Équipe_(été)', '[https://fr.example/wiki/L’Équipe_(été)]'],
    ['https://réunion.example:8443/é?ü', '[https://réunion.example:8443/é?ü]'],
    ['http://wiki/page http://localhost:3000', '[http://wiki/page] [http://localhost:3000]'],
    ['http://192.0.2.1/x http://[2001:db8::1]:80/', '[http://192.0.2.1/x] [http://[2001:db8::1]:80/]'],
    ['見てhttps://a.example見て、https://b.example/x。', '見て[https://a.example]見て、[https://b.example/x]。'],
    ['https://a.example/#x and https://a.example/@ann', '[https://a.example/#x] and [https://a.example/@ann]'],
    ['https://a.example:later https://a.example:80a', '[https://a.example]:later [https://a.example]:80a'],
    ['https://a.example?b https://a.example#b', '[https://a.example?b] [https://a.example#b]'],
    ['https://a.example- http://http://b.example', '[https://a.example]- http://[http://b.example]'],
    ['`https://a.example`', '`[https://a.example]`'],
    ['https://a.example/x\u202egpj', '[https://a.example/x]\u202egpj'],
  ])('finds those in %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['a bare domain', 'example.com and www.example.com'],
    ['a scheme alone', 'from http:// to https://, http://. and http://-'],
    ['another scheme', 'ftp://a.example javascript://x git+https://a.example xhttp://a.example'],
    ['an address that hides its host', 'https://bank.example@evil.example/x https://u:p@evil.example'],
  ])('finds none in %s', (_, text) => {
    expect(marked(text)).toBe(text);
  });

  it('writes the scheme small and the rest as it is', () => {
    expect(parseText('HTTPS://A.example/B').entities).toEqual([{ type: 'link', url: 'https://A.example/B', start: 0, end: 19 }]);
  });
});

describe('ranges', () => {
  it('count code points, so that an emoji is one', () => {
    expect(parseText('👍🏽 @ann').entities).toEqual([{ type: 'mention', handle: 'ann', start: 3, end: 7 }]);
  });

  it('count in the normalised text', () => {
    expect(parseText('  e\u0301\r\n#a')).toMatchObject({ text: '\u00e9\n#a', codePoints: 4, entities: [{ start: 2, end: 4 }] });
  });

  it('are left plain by toPieces where they overlap or lie outside', () => {
    const pieces = toPieces('abc', [
      { start: 1, end: 2 },
      { start: 1, end: 3 },
      { start: 2, end: 2 },
      { start: 9, end: 12 },
    ]);
    expect(pieces).toEqual([{ text: 'a' }, { text: 'b', entity: { start: 1, end: 2 } }, { text: 'c' }]);
  });
});
