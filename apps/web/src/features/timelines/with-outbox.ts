import type { PostRow, Row } from './rows.js';

/** A post that has not left this device yet, at the top of the list it will appear in. */
export interface OutboxRow {
  kind: 'outbox';
  key: string;
  entryKey: string;
  first: boolean;
  last: boolean;
}

export type TimelineRow = Row | OutboxRow;

/** Puts unsent posts, newest first, on top of today's sheet; a sheet and a band of their own when today has none yet. */
export function withOutbox(rows: readonly Row[], entryKeys: readonly string[], today: number): TimelineRow[] {
  if (entryKeys.length === 0) return [...rows];
  const unsent: OutboxRow[] = entryKeys.map((entryKey, index) => ({
    kind: 'outbox',
    key: `outbox-${entryKey}`,
    entryKey,
    first: index === 0,
    last: false,
  }));
  const [band, top, ...rest] = rows;
  if (band?.kind === 'band' && band.day === today && top?.kind === 'post')
    return [band, ...unsent, { ...top, first: false } satisfies PostRow, ...rest];
  const lowest = unsent[unsent.length - 1];
  if (lowest) lowest.last = true;
  return [
    { kind: 'band', key: `band-${today}`, day: today },
    ...unsent,
    ...rows.map((row) => (row.kind === 'band' && row.day === today ? { ...row, key: `${row.key}-below` } : row)),
  ];
}
