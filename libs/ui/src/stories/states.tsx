import { Button } from '../button.js';
import { Note } from '../note.js';
import { Skeleton } from '../skeleton.js';
import { EmptyState, ErrorState } from '../state.js';
import type { Story } from './story.js';

function States() {
  return (
    <>
      <EmptyState level={3} birds="waiting" title="Nothing here yet" actions={<Button>Write something</Button>}>
        <p>It will come.</p>
      </EmptyState>
      <EmptyState level={3} icon="lock" title="Not for everybody" />
      <ErrorState
        level={3}
        title="It did not load"
        reference="Reference 4711"
        actions={<Button icon="refresh">Try again</Button>}
      >
        <p>What you wrote is safe.</p>
      </ErrorState>
      {(['accent', 'ember', 'brick', 'iris'] as const).map((tone) => (
        <Note key={tone} tone={tone} icon="alert">
          A note in {tone}
        </Note>
      ))}
      <Skeleton label="Loading" rows={2} />
    </>
  );
}

export const states: Story = { name: 'States', of: ['EmptyState', 'ErrorState', 'Note', 'Skeleton'], draw: States };
