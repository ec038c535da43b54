/** An upload as the database keeps it. Pictures are ready at once; films and sounds are prepared first. */
export interface MediaRow {
  id: string;
  account_id: string;
  status_id: string | null;
  type: 'image' | 'video' | 'audio';
  state: 'processing' | 'ready' | 'failed';
  failure: { code: string; error: string } | null;
  key: string;
  content_type: string;
  /** Null for sounds, and until a film is prepared. */
  width: number | null;
  height: number | null;
  /** Null without a preview. */
  preview_width: number | null;
  preview_height: number | null;
  preview_key: string | null;
  duration: number | null;
  frame_rate: string | null;
  bitrate: number | null;
  description: string | null;
  blurhash: string | null;
  focus_x: number;
  focus_y: number;
}

/** Columns of {@link MediaRow}, for statements that name the table `m`. */
export const MEDIA_COLUMNS = `m.id, m.account_id, m.status_id, m.type, m.state, m.failure, m.key, m.content_type, m.width, m.height,
  m.preview_width, m.preview_height, m.preview_key, m.duration, m.frame_rate, m.bitrate, m.description, m.blurhash, m.focus_x, m.focus_y`;
