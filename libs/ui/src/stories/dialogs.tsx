import { useState } from 'react';
import { Button } from '../button.js';
import { ConfirmDialog, Dialog } from '../dialog.js';
import { TextField } from '../field.js';
import type { Story } from './story.js';

function Dialogs() {
  const [open, setOpen] = useState<'plain' | 'question' | null>(null);
  const [answer, setAnswer] = useState('none');
  const close = (said: string) => {
    setOpen(null);
    setAnswer(said);
  };
  return (
    <>
      <div className="row">
        <Button onClick={() => setOpen('plain')}>Open a dialog</Button>
        <Button onClick={() => setOpen('question')}>Ask a question</Button>
      </div>
      <p role="status">Answer: {answer}</p>
      <Dialog open={open === 'plain'} title="A dialog" closeLabel="Close" onClose={() => close('closed')}>
        <TextField label="Something" />
      </Dialog>
      <ConfirmDialog
        open={open === 'question'}
        title="Delete it?"
        confirmLabel="Delete"
        cancelLabel="Keep"
        onConfirm={() => close('deleted')}
        onCancel={() => close('kept')}
      >
        <p>It cannot be brought back.</p>
      </ConfirmDialog>
    </>
  );
}

export const dialogs: Story = { name: 'Dialogs', of: ['Dialog', 'ConfirmDialog'], draw: Dialogs };
