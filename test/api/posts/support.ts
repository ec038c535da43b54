import type { ErrorBody, MediaAttachment } from '@roost/contracts';
import type { Answer, Client, Person, Roost } from '@roost/test-kit';

export interface Entry {
  type: string;
  actor_id: string | null;
  subject_id: string | null;
  audience: Record<string, unknown>;
  payload: Record<string, unknown>;
}

/** What the journal says about a subject, oldest first. */
export async function journalOf(roost: Roost, subjectId: string, type = '%'): Promise<Entry[]> {
  const { rows } = await roost.db.query<Entry>(
    `select e.type, e.actor_id, e.subject_id, e.audience, p.payload from journal_entry e join journal_payload p on p.seq = e.seq
      where e.subject_id = $1 and e.type like $2 order by e.seq`,
    [subjectId, type],
  );
  return rows;
}

/** A row of the database, for facts that the API does not show. */
export async function oneRow<Row extends object>(roost: Roost, sql: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await roost.db.query<Row>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}

/** The answer of a refusal, short enough to compare. */
export function refusal(answer: Answer<ErrorBody>): { status: number; code: string; error: string } {
  return { status: answer.status, code: answer.body.code, error: answer.body.error };
}

export const NOT_FOUND = { status: 404, code: 'not_found', error: 'Record not found' };

export function uploadForm(bytes: Buffer, fields: Record<string, string> = {}, filename = 'picture.jpg'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), filename);
  return form;
}

export function upload(
  person: Client,
  bytes: Buffer,
  fields: Record<string, string> = {},
): Promise<Answer<MediaAttachment & ErrorBody>> {
  return person.post<MediaAttachment & ErrorBody>('/api/v2/media', uploadForm(bytes, fields));
}

/** Uploads and expects success. */
export async function uploaded(person: Person, bytes: Buffer, fields: Record<string, string> = {}): Promise<MediaAttachment> {
  const answer = await upload(person, bytes, fields);
  if (answer.status !== 200) throw new Error(`the upload answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
