import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Person, type Roost, startRoost } from '@roost/test-kit';
import { routesOf } from './routes.js';

interface Operation {
  operationId: string;
  security?: Record<string, string[]>[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description: string; content?: unknown }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

let roost: Roost;
let ann: Person;
let document: Document;
beforeAll(async () => {
  roost = await startRoost();
  ann = await roost.person({ handle: 'ann' });
  document = (await ann.get<Document>('/api/docs')).body;
});
afterAll(() => roost.stop());

const operations = (): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    ]),
  );

describe('the API document', () => {
  it('lists every route of the router and none besides', () => {
    const routes = routesOf(roost);
    expect(routes.length).toBeGreaterThan(50);
    expect(
      operations()
        .map(([route]) => route)
        .sort(),
    ).toEqual(routes);
  });

  it('is closed: it answers people and apps with a token', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect((await roost.anonymous.get('/api/docs')).status).toBe(401);
    expect((await ann.web.get('/api/docs')).status).toBe(200);
    expect((await ann.withToken(await roost.token(null, [])).get('/api/docs')).status).toBe(200);
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(50);
    const held = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    expect([...new Set(references)].filter((reference) => !held.has(reference))).toEqual([]);
  });

  it('gives every operation a name of its own, and says how its errors look', () => {
    const names = operations().map(([, operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
    expect(operations().filter(([, operation]) => !('default' in operation.responses))).toEqual([]);
  });

  it('says what the guard asks for', async () => {
    const all = new Map(operations());
    expect(all.get('POST /api/v1/accounts/:id/follow')?.security).toEqual([{ app: ['write:follows'] }, { web: [] }]);
    expect(all.get('POST /api/roost/v1/authorizations')?.security).toEqual([{ web: [] }]);
    expect(all.get('POST /api/v1/apps')?.security).toBeUndefined();
    const open = [...all].filter(([route, operation]) => route.startsWith('GET ') && !route.includes(':') && !operation.security);
    for (const [route] of open.filter(([name]) => name !== 'GET /metrics')) {
      const answer = await roost.anonymous.get(route.slice(4));
      expect([route, answer.status === 401]).toEqual([route, false]);
    }
    const closed = [...all].filter(
      ([route, operation]) => route.startsWith('GET ') && !route.includes(':') && operation.security,
    );
    expect(closed.length).toBeGreaterThan(10);
    for (const [route] of closed) expect([route, (await roost.anonymous.get(route.slice(4))).status]).toEqual([route, 401]);
  });

  it('says what every route answers when all went well', () => {
    const silent = operations().filter(([, { responses }]) => {
      const [status, answer] = Object.entries(responses).find(([name]) => name !== 'default') ?? [];
      return status !== '204' && !(answer && 'content' in answer);
    });
    // These two answer text and files.
    expect(silent.map(([route]) => route)).toEqual(['GET /metrics', 'GET /media/:kind/:file']);
  });

  it('describes inputs with the schemas that check them', () => {
    const follow = document.paths['/api/v1/accounts/{id}/follow']?.post?.requestBody;
    expect(Object.keys(follow?.content ?? {})).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ]);
    expect(follow?.content['application/json']).toMatchObject({
      schema: { properties: { reblogs: { type: 'boolean' }, languages: { type: 'array' } } },
    });
  });
});
