import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roost/contracts';
import { cleanDisplayName, handleProblem, measure } from '@roost/text';
import { CAST, OFFICIAL } from './cast.js';
import { CHARTS } from './charts.js';
import { imagineCompany } from './company.js';
import { SCENES } from './scenes.js';

const MONDAY_NOON = Date.UTC(2026, 10, 23, 12);
const SUNDAY_NIGHT = Date.UTC(2026, 5, 7, 2, 30);
const MONTH_MS = 30 * 86_400_000;

const company = imagineCompany(MONDAY_NOON);
const told = ({ posts }: ReturnType<typeof imagineCompany>) =>
  posts.map(({ author, text, language, visibility, picture }) => [author, text, language, visibility, picture].join('|')).sort();

describe('imagineCompany', () => {
  it('tells the same story whenever it is told, and another one with another seed', () => {
    const later = imagineCompany(SUNDAY_NIGHT);
    expect(told(later)).toEqual(told(company));
    expect(later.follows.map(({ who, whom }) => `${who} ${whom}`)).toEqual(
      company.follows.map(({ who, whom }) => `${who} ${whom}`),
    );
    expect(later.favourites.length).toBe(company.favourites.length);
    expect(told(imagineCompany(MONDAY_NOON, 7))).not.toEqual(told(company));
  });

  it.each([MONDAY_NOON, SUNDAY_NIGHT])('keeps to the thirty days before %d, and answers after what they answer', (now) => {
    const { posts, favourites, boosts } = imagineCompany(now);
    for (const [index, { at, answers }] of posts.entries()) {
      expect(at).toBeGreaterThanOrEqual(Math.max(now - MONTH_MS, posts[index - 1]?.at ?? 0));
      expect(at).toBeLessThan(now);
      if (answers) expect(at).toBeGreaterThan(answers.at);
    }
    for (const { at, post } of [...favourites, ...boosts]) {
      expect(at).toBeGreaterThan(post.at);
      expect(at).toBeLessThan(now);
    }
  });

  it('writes 2,000 posts that fit, most of them once, in two languages, with threads', () => {
    const { posts } = company;
    expect(posts).toHaveLength(2000);
    expect(posts.filter(({ text }) => measure(text) > LIMITS.statusCharacters)).toEqual([]);
    expect(new Set(posts.map(({ text }) => text)).size).toBeGreaterThan(1800);
    expect(posts.filter(({ language }) => language === 'fr').length).toBeGreaterThan(400);
    expect(posts.filter(({ answers }) => answers).length).toBeGreaterThan(700);
    expect(posts.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  });

  it('lets everybody follow 8 to 25 others, nobody themselves and nobody twice', () => {
    for (const { handle, kind } of company.people) {
      const whom = company.follows.filter(({ who }) => who === handle).map((follow) => follow.whom);
      expect(whom).not.toContain(handle);
      expect(new Set(whom).size).toBe(whom.length);
      if (kind === 'official') expect(whom).toEqual([]);
      else expect([whom.length >= 8, whom.length <= 25]).toEqual([true, true]);
    }
  });

  it('marks nothing twice, nothing of one’s own and nothing that only followers see', () => {
    for (const marks of [company.favourites, company.boosts, company.bookmarks]) {
      const pairs = marks.map(({ who, post }) => `${who} ${company.posts.indexOf(post)}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(marks.filter(({ who, post }) => who === post.author || post.visibility === 'private')).toEqual([]);
    }
  });

  it('shows every picture that is drawn, each described', () => {
    const drawn = Object.entries({ ...CHARTS, ...SCENES });
    expect(company.posts.flatMap(({ picture }) => picture ?? []).sort()).toEqual(drawn.map(([name]) => name).sort());
    for (const [name, { description }] of drawn) expect([name, description.length > 30]).toEqual([name, true]);
  });
});

describe('the cast', () => {
  it('has names, bios and fields that a profile takes', () => {
    expect(CAST).toHaveLength(40 + OFFICIAL.length);
    for (const { handle, name, note, fields } of CAST) {
      expect([handle, handleProblem(handle)]).toEqual([handle, undefined]);
      expect(cleanDisplayName(name)).toEqual({ code: 'ok', name });
      expect(note.length).toBeLessThanOrEqual(LIMITS.note);
      expect(fields.length).toBeLessThanOrEqual(LIMITS.fields);
    }
    expect(new Set(CAST.map(({ handle }) => handle)).size).toBe(CAST.length);
  });
});
