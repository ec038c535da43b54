import type { Tag } from '@roost/contracts';
import { Button } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/use-text.js';
import { toggleTag } from './follow-tag.js';

/** Follow or stop following a tag. */
export function TagFollowButton({ tag, tagKey, small }: { tag: Tag; tagKey: string; small?: boolean }) {
  const t = useText();
  const client = useQueryClient();
  return (
    <Button
      look={tag.following ? 'soft' : small ? 'line' : 'primary'}
      size={small ? 'small' : 'normal'}
      icon={tag.following ? 'check' : undefined}
      onClick={() => void toggleTag(client, tagKey, tag)}
    >
      {t(tag.following ? 'tag.following' : 'tag.follow')}
      <span className="vh">
        {' '}
        #{tag.roost.written}
        {tag.following && `, ${t('tag.unfollow')}`}
      </span>
    </Button>
  );
}
