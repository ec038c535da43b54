import type { Person, Roost } from '@roost/test-kit';
import { normalise } from '@roost/text';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Status } from '@roost/contracts';

/** Beside the repository, whose root commands and tests run from. */
const REAL = resolve('../shared/data/status-updates.jsonl.gz');

export interface Line {
  author: number;
  text: string;
}

export interface ImportReport {
  lines: number;
  authors: number;
  /** Lines that the API refused, with its code. */
  refused: { text: string; code: string }[];
  /** Lines that came back different, NFC and outer blanks apart. */
  changed: { sent: string; stored: string }[];
  /** Lines whose text is not in the database afterwards. */
  lost: number;
  tags: number;
  mentions: number;
  links: number;
}

/** The first real posts from beside the project; null where they are absent. */
export async function realLines(count: number): Promise<Line[] | null> {
  if (!existsSync(REAL)) return null;
  const lines: Line[] = [];
  for await (const line of createInterface({ input: createReadStream(REAL).pipe(createGunzip()) })) {
    if (lines.length === count) break;
    lines.push(JSON.parse(line) as Line);
  }
  return lines;
}

/** Publishes every line through the API, one account for each author, and compares what comes back and what is stored. */
export async function importPosts(roost: Roost, lines: readonly Line[], parallel = 12): Promise<ImportReport> {
  const people = new Map<number, Person>();
  for (const author of new Set(lines.map((line) => line.author)))
    people.set(author, await roost.person({ handle: `author_${author}` }));
  const report: ImportReport = {
    lines: lines.length,
    authors: people.size,
    refused: [],
    changed: [],
    lost: 0,
    tags: 0,
    mentions: 0,
    links: 0,
  };
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let line = lines[next++]; line; line = lines[next++]) {
      const answer = await people.get(line.author)?.post<Status & { code: string }>('/api/v1/statuses', { status: line.text });
      if (answer?.status !== 200) {
        report.refused.push({ text: line.text, code: answer?.body.code ?? 'none' });
        continue;
      }
      const { text, entities } = answer.body.roost;
      if (text !== normalise(line.text)) report.changed.push({ sent: line.text, stored: text });
      for (const { type } of entities) report[`${type}s`] += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const { rows } = await roost.db.query<{ text: string; count: string }>('select text, count(*) from status group by text');
  const stored = new Map(rows.map((row) => [row.text, Number(row.count)]));
  const sent = new Map<string, number>();
  for (const line of lines) sent.set(normalise(line.text), (sent.get(normalise(line.text)) ?? 0) + 1);
  for (const [text, count] of sent) report.lost += Math.max(0, count - (stored.get(text) ?? 0));
  return report;
}
