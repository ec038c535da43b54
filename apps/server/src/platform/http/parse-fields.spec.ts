import { describe, expect, it } from '@jest/globals';
import { parseFields } from './parse-fields.js';

describe('fields of a form', () => {
  it.each([
    ['id[]=1&id[]=2', { id: ['1', '2'] }],
    ['a[0][k]=x&a[0][w]=true&a[1][k]=y', { a: [{ k: 'x', w: 'true' }, { k: 'y' }] }],
    ['a[][k]=x&a[][w]=true&a[][k]=y', { a: [{ k: 'x', w: 'true' }, { k: 'y' }] }],
    ['a%5B%5D%5Bk%5D=x&a%5B%5D%5Bw%5D=1&t=z&a%5B%5D%5Bk%5D=y', { a: [{ k: 'x', w: '1' }, { k: 'y' }], t: 'z' }],
    ['a[][o][]=1&a[][o][]=2&a[][n]=x', { a: [{ o: ['1', '2'], n: 'x' }] }],
    ['status=a[][b', { status: 'a[][b' }],
    ['poll[options][]=a&poll[options][]=b', { poll: { options: ['a', 'b'] } }],
  ])('%s', (text, fields) => {
    expect(parseFields(text)).toEqual(fields);
  });

  it('never reach a prototype', () => {
    parseFields('__proto__[][x]=1&a[][__proto__]=1&constructor[prototype][y]=1');
    expect(({} as { x?: unknown; y?: unknown }).x).toBeUndefined();
    expect(({} as { x?: unknown; y?: unknown }).y).toBeUndefined();
  });
});
