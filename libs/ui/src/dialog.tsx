import { lazy, Suspense, type ReactNode } from 'react';
import { Button, type ButtonLook } from './button.js';
import type { DialogProps } from './overlays/dialog-overlay.js';

export type { DialogProps };

const DialogOverlay = lazy(() => import('./overlays/dialog-overlay.js'));

/** Focus moves in, is kept in, and returns; Esc and a press outside close. Loaded with the overlay chunk. */
export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <DialogOverlay {...props} />
    </Suspense>
  );
}

export interface ConfirmProps {
  open: boolean;
  title: string;
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  look?: ButtonLook;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** One question, two answers. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  cancelLabel,
  look = 'danger',
  busy,
  onConfirm,
  onCancel,
}: ConfirmProps) {
  return (
    <Dialog open={open} title={title} onClose={onCancel} alert>
      {children && <div className="soft">{children}</div>}
      <div className="row wrap" style={{ justifyContent: 'flex-end', marginBlockStart: 'var(--s-6)' }}>
        <Button look="quiet" onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button look={look} busy={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
