import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './state.module.css';

export interface StateProps {
  title: ReactNode;
  children?: ReactNode;
  /** Buttons and links that lead on. */
  actions?: ReactNode;
  icon?: IconName;
  /** Birds on a wire: one waits, two have a problem, three are done. */
  birds?: 'waiting' | 'trouble' | 'done';
  /** Heading level, so that the page outline stays whole. */
  level?: 1 | 2 | 3;
}

export function EmptyState({ title, children, actions, icon, birds, level = 2 }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.state}>
      {birds && <Birds kind={birds} />}
      {icon && <Icon name={icon} />}
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** What failed, what is safe, and a way on; `reference` lets a colleague find the request in the logs. */
export function ErrorState({ reference, ...rest }: StateProps & { reference?: ReactNode }) {
  return (
    <div role="group">
      <EmptyState birds="trouble" {...rest} />
      {reference && <p className={styles.reference}>{reference}</p>}
    </div>
  );
}

const flock = {
  waiting: [{ at: 'translate(92 76) scale(2.2 2.2)', fill: 'var(--ember)' }],
  trouble: [
    { at: 'translate(60 75) scale(2 2)', fill: 'var(--ink-3)' },
    { at: 'translate(112 76) scale(-2 2)', fill: 'var(--ink-3)' },
  ],
  done: [
    { at: 'translate(52 74) scale(1.8 1.8)', fill: 'var(--accent)' },
    { at: 'translate(88 76) scale(1.8 1.8)', fill: 'var(--ember)' },
    { at: 'translate(126 75) scale(-1.8 1.8)', fill: 'var(--accent)' },
  ],
} as const;

function Birds({ kind }: { kind: keyof typeof flock }) {
  return (
    <svg className={styles.birds} viewBox="0 0 180 110" aria-hidden="true" focusable="false">
      <path d="M-10 78Q90 92 190 72" stroke="var(--line-strong)" strokeWidth="2.5" fill="none" />
      {flock[kind].map((bird) => (
        <g transform={bird.at} key={bird.at}>
          <path
            d="M-9 0v-7A10.5 10.5 0 0 1 1.5-17.5a4.9 4.9 0 0 1 4.7 3.4l2.9 1.05-2.85 1.3A10.8 10.8 0 0 1-4.4 0z"
            fill={bird.fill}
          />
          <circle cx="1.4" cy="-12.7" r="1.55" fill="var(--surface)" />
          <path d="M-4 0v2.6M-1 0v2.6" stroke={bird.fill} strokeWidth="1.3" strokeLinecap="round" />
        </g>
      ))}
    </svg>
  );
}
