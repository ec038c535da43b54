import type { Client, LiveClient as Live } from '@roost/test-kit';
import { LiveClient, until } from '@roost/test-kit';

export interface LiveFigure {
  sockets: number;
  posts: number;
  /** Milliseconds from sending the post to its arrival at the last socket. */
  p50: number;
  p99: number;
}

/** Connects many sockets to the company timeline, publishes one post after the other, and waits for the last socket each time. */
export async function measureLive(
  url: string,
  cookies: readonly string[],
  sockets: number,
  author: Client,
  posts: number,
): Promise<LiveFigure> {
  const clients: Live[] = [];
  for (let index = 0; index < sockets; index++) {
    const client = await LiveClient.connect(url, cookies[index % cookies.length] ?? '');
    await client.subscribe('company');
    clients.push(client);
  }
  const times: number[] = [];
  for (let index = 0; index < posts; index++) {
    const start = performance.now();
    const answer = await author.post<{ id: string }>('/api/v1/statuses', { status: `live ${index}` });
    await until(() => clients.every((client) => client.published(answer.body.id).length > 0), 10_000);
    times.push(performance.now() - start);
  }
  for (const client of clients) client.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { sockets, posts, p50: at(0.5), p99: at(0.99) };
}
