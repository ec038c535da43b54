import { useLingui } from '@lingui/react';
import { clock } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { useGone } from '../statuses/gone.js';
import { Post, type PostProps } from '../statuses/post.js';
import { Stone } from '../statuses/stone.js';

/** A post of a thread, or the stone that stands in its place when it is deleted while one reads. */
export function PostOrStone(props: PostProps) {
  const t = useText();
  const { i18n } = useLingui();
  const gone = useGone(props.status.id);
  if (!gone) return <Post tabIndex={0} {...props} />;
  return <Stone icon="trash" tabIndex={0} words={t('timeline.stone.deleted', { time: clock(new Date(gone), i18n.locale) })} />;
}
