import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './settings.module.css';

/** A sheet of settings that belong together. */
export function Section({ title, words, children }: { title: string; words?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={`sheet flat ${styles.section}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {words && <p className={styles.words}>{words}</p>}
      <div className={styles.content}>{children}</div>
    </section>
  );
}
