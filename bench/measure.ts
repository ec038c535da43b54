import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';

/** One line of the table. Times in milliseconds, CPU in cores, memory in MiB. */
export interface Figure {
  name: string;
  connections: number;
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
  bytes: number;
  serverCpu: number;
  postgresCpu: number;
  serverMemory: number;
}

export interface Load {
  name: string;
  url: string;
  connections: number;
  seconds: number;
  headers: Record<string, string>;
  method?: 'GET' | 'POST';
  /** Called for every request of a write: a new body, so that nothing is a repetition. */
  body?: () => string;
}

/** Whose processor time is measured: the server's process, and PostgreSQL's main process with all its children. */
export interface Watched {
  server: number;
  postgres: number;
}

export async function measure(load: Load, watched: Watched): Promise<Figure> {
  const before = { server: cpuSeconds(watched.server), postgres: treeSeconds(watched.postgres), at: performance.now() };
  const { body } = load;
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    headers: load.headers,
    method: load.method ?? 'GET',
    ...(body === undefined
      ? {}
      : { requests: [{ method: 'POST', setupRequest: (request: autocannon.Request) => ({ ...request, body: body() }) }] }),
  });
  const wall = (performance.now() - before.at) / 1000;
  return {
    name: load.name,
    connections: load.connections,
    perSecond: round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
    bytes: Math.round(result.throughput.total / Math.max(result.requests.total, 1)),
    serverCpu: round((cpuSeconds(watched.server) - before.server) / wall),
    postgresCpu: round((treeSeconds(watched.postgres) - before.postgres) / wall),
    serverMemory: memoryMiB(watched.server),
  };
}

const TICKS = 100;

function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function cpuSeconds(pid: number): number {
  try {
    const fields = statFields(pid);
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

/** A process with its living children, and those it has already reaped. */
function treeSeconds(pid: number): number {
  try {
    const fields = statFields(pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return (
      (Number(fields[13]) + Number(fields[14])) / TICKS +
      cpuSeconds(pid) +
      children.reduce((sum, child) => sum + cpuSeconds(Number(child)), 0)
    );
  } catch {
    return 0;
  }
}

export function memoryMiB(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
