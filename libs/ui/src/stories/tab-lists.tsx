import { useState } from 'react';
import { Tabs } from '../tabs.js';
import type { Story } from './story.js';

const items = (['first', 'second', 'third'] as const).map((id) => ({ id, label: id }));

function TabLists() {
  const [selected, setSelected] = useState<'first' | 'second' | 'third'>('first');
  return (
    <>
      {(['pill', 'underline', 'segment'] as const).map((look) => (
        <Tabs
          key={look}
          label={look}
          look={look}
          items={items}
          selected={selected}
          panelId="story-panel"
          onSelect={setSelected}
        />
      ))}
      <div id="story-panel" role="tabpanel" aria-label={selected}>
        The {selected} panel
      </div>
    </>
  );
}

export const tabLists: Story = { name: 'Tabs', of: ['Tabs'], draw: TabLists };
