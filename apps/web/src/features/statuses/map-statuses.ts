import type { Status } from '@roost/contracts';

/**
 * Applies `change` to every status anywhere inside a cached value (pages, threads, search results, notifications, boosts).
 * What did not change keeps its identity, so nothing else is drawn again.
 */
export function mapStatuses<T>(value: T, change: (status: Status) => Status): T {
  return walk(value, change) as T;
}

function walk(value: unknown, change: (status: Status) => Status): unknown {
  if (Array.isArray(value)) {
    let changed = false;
    const next = value.map((entry: unknown) => {
      const mapped = walk(entry, change);
      if (mapped !== entry) changed = true;
      return mapped;
    });
    return changed ? next : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isStatus(value)) {
    const inner = value.reblog ? (walk(value.reblog, change) as Status['reblog']) : value.reblog;
    return change(inner === value.reblog ? value : { ...value, reblog: inner });
  }
  let next: Record<string, unknown> | undefined;
  for (const [key, entry] of Object.entries(value)) {
    const mapped = walk(entry, change);
    if (mapped !== entry) (next ??= { ...value })[key] = mapped;
  }
  return next ?? value;
}

function isStatus(value: object): value is Status {
  return 'reblogs_count' in value && 'roost' in value && 'account' in value;
}
