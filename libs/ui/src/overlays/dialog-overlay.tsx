import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from '../cx.js';
import { IconButton } from '../button.js';
import styles from './dialog-overlay.module.css';

export interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Name of the close button; leave it out when the content has its own way out. */
  closeLabel?: string;
  wide?: boolean;
  /** As wide as the stream; for writing. */
  medium?: boolean;
  /** Announced as an alert dialog; for questions that stop the work. */
  alert?: boolean;
  children: ReactNode;
}

export default function DialogOverlay({ title, onClose, closeLabel, wide, medium, alert, children }: DialogProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className={styles.scrim}>
      <Modal className={cx(styles.modal, wide && styles.wide, medium && styles.medium)}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className="grow">
              {title}
            </Heading>
            {closeLabel && <IconButton icon="x" label={closeLabel} onClick={onClose} />}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
