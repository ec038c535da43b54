import { describe, expect, it } from '@jest/globals';
import { parseText, toHtml, type Entity, type HtmlLinks } from './index.js';

const links: HtmlLinks = {
  mention: (handle) => (handle === 'ann' ? { url: 'https://roost.example/@ann', username: 'ann' } : undefined),
  tagUrl: (name) => `https://roost.example/tags/${encodeURIComponent(name)}`,
};

function html(text: string): string {
  return toHtml(parseText(text), links);
}

describe('toHtml', () => {
  it('puts a plain line into one paragraph', () => {
    expect(html('text')).toBe('<p>text</p>');
  });

  it('gives nothing for no text, as apps expect of a post of pictures', () => {
    expect(html('')).toBe('');
  });

  it('breaks lines and paragraphs', () => {
    expect(html('a\nb\n\n\nc')).toBe('<p>a<br />b</p><p>c</p>');
  });

  it('escapes everything people write', () => {
    expect(html(`<script>"&'</script>`)).toBe('<p>&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>');
  });

  it('names people who exist, by their own spelling, and leaves others plain', () => {
    expect(html('@ANN @ben')).toBe(
      '<p><span class="h-card" translate="no"><a href="https://roost.example/@ann" class="u-url mention">@<span>ann</span></a></span> @ben</p>',
    );
  });

  it('links a tag by its key and shows it as written', () => {
    expect(html('＃Été')).toBe(
      '<p><a href="https://roost.example/tags/ete" class="mention hashtag" rel="tag">#<span>Été</span></a></p>',
    );
  });

  it('shows the first 30 characters of a link', () => {
    expect(html('https://a.example/?a=1&b=2')).toBe(
      '<p><a href="https://a.example/?a=1&amp;b=2" target="_blank" rel="nofollow noopener" translate="no">' +
        '<span class="invisible">https://</span><span class="">a.example/?a=1&amp;b=2</span><span class="invisible"></span></a></p>',
    );
    expect(html(`http://a.example/${'😀'.repeat(21)}`)).toContain(
      `<span class="invisible">http://</span><span class="ellipsis">a.example/${'😀'.repeat(20)}</span><span class="invisible">😀</span>`,
    );
  });

  it('escapes the hidden end of a link', () => {
    expect(html(`https://a.example/${'a'.repeat(30)}?b=1&c=2`)).toContain('?b=1&amp;c=2</span></a>');
  });

  it('escapes ranges made by others, whatever they say', () => {
    const text = '<b><i><u>';
    const entities: Entity[] = [
      { type: 'mention', handle: 'ben', start: 0, end: 3 },
      { type: 'tag', name: 'x', written: '<i>', start: 3, end: 6 },
      { type: 'link', url: '<u>://<u>', start: 6, end: 9 },
    ];
    expect(toHtml({ text, entities }, links)).not.toMatch(/<[biu]>/);
  });

  it('escapes what the caller hands in', () => {
    const hostile = toHtml(parseText('@ann #x'), { mention: () => ({ url: '"><b>', username: '<b>' }), tagUrl: () => `'"<b>` });
    expect(hostile).not.toContain('<b>');
  });
});
