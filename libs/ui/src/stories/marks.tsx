import { Avatar, AvatarRow } from '../avatar.js';
import { Badge, Count } from '../badge.js';
import { Bird, Mark, Wordmark } from '../brand.js';
import { Icon, Seal } from '../icon.js';
import { moreShapes } from '../icon-shapes-more.js';
import type { IconName } from '../icon-shapes.js';
import { Ring } from '../ring.js';
import type { Story } from './story.js';

const tones = ['plain', 'accent', 'ember', 'brick', 'iris', 'outline'] as const;

function Marks() {
  return (
    <>
      <div className="row wrap">
        <Wordmark /> <Mark /> <Bird className="story-bird" /> <Seal label="Official" />
      </div>
      <div className="row wrap">
        <Avatar name="Élise Garnier" /> <Avatar name="IT Status" official size={48} />
        <AvatarRow size={26} people={[{ name: 'Ann' }, { name: 'Ben' }, { name: 'Desk', official: true }]} />
      </div>
      <div className="row wrap">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone} icon="check">
            {tone}
          </Badge>
        ))}
        <Count value={4} label="unread:" /> <Count value={120} label="unread:" fresh />
      </div>
      <div className="row wrap">
        {[106, 20, 0, -8].map((left) => (
          <Ring key={left} left={left} limit={140} label={`${left} left`} />
        ))}
      </div>
      <div className="row wrap">
        {(Object.keys(moreShapes) as IconName[]).map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
    </>
  );
}

export const marks: Story = {
  name: 'Marks',
  of: ['Wordmark', 'Mark', 'Bird', 'Seal', 'Icon', 'Avatar', 'AvatarRow', 'Badge', 'Count', 'Ring'],
  draw: Marks,
};
