import { describe, expect, it } from '@jest/globals';
import { apart, queryTokens, together, withInstead, without } from './query-tokens.js';

const texts = (query: string) => queryTokens(query).map((token) => token.text);

describe('The parts of a query', () => {
  it('are words, quotations and operators', () => {
    expect(texts('printer OR "dock 4" from:tom -tag:Kudos')).toEqual(['printer', 'OR', '"dock 4"', 'from:tom', '-tag:Kudos']);
    expect(queryTokens('printer from:tom -tag:Kudos').map((token) => token.operator)).toEqual([false, true, true]);
    expect(queryTokens('printer from:tom -tag:Kudos').map((token) => token.negated)).toEqual([false, false, true]);
  });

  it('take neither addresses nor times for operators', () => {
    expect(queryTokens('https://a.example/x 14:30 note: -').map((token) => token.operator)).toEqual([false, false, false, false]);
  });

  it('leave no hole when one goes', () => {
    const query = 'label from:tom roller';
    const [, from] = queryTokens(query);
    expect(from && without(query, from)).toBe('label roller');
    expect(from && withInstead(query, from, 'from:ann')).toBe('label from:ann roller');
  });

  it('reads a quotation that was never closed to its end', () => {
    expect(texts('"dock 4 is')).toEqual(['"dock 4 is']);
  });

  it('keep an OR between operators with them, and an operator beside a word with the word', () => {
    const chain = apart('from:a OR from:b label');
    expect(chain.tokens.map((token) => token.text)).toEqual(['from:a', 'OR', 'from:b']);
    expect(chain.words).toBe('label');
    expect(together(chain.tokens, 'other')).toBe('from:a OR from:b other');
    expect(apart('from:a OR label').tokens).toEqual([]);
    expect(apart('from:a OR from:b OR label has:link').tokens.map((token) => token.text)).toEqual(['has:link']);
    expect(apart('printer OR label').words).toBe('printer OR label');
  });

  it('draw what is wrong as a token too', () => {
    expect(apart('lunch form:ann now', { start: 6, end: 14 })).toMatchObject({
      tokens: [{ text: 'form:ann' }],
      words: 'lunch now',
    });
  });
});
