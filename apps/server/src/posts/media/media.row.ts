/** An attached picture as the database keeps it. */
export interface MediaRow {
  id: string;
  account_id: string;
  status_id: string | null;
  type: 'image';
  key: string;
  content_type: string;
  width: number;
  height: number;
  preview_width: number;
  preview_height: number;
  description: string | null;
  blurhash: string | null;
  focus_x: number;
  focus_y: number;
}

/** Columns of {@link MediaRow}, for statements that name the table `m`. */
export const MEDIA_COLUMNS = `m.id, m.account_id, m.status_id, m.type, m.key, m.content_type, m.width, m.height, m.preview_width, m.preview_height,
  m.description, m.blurhash, m.focus_x, m.focus_y`;
