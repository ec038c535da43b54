import type { Account } from '@roost/contracts';
import { cx } from '@roost/ui';
import styles from './cover.module.css';

const arcs = Array.from({ length: 18 }, (_, index) => ({
  x: (index % 9) * 84 - (index < 9 ? 40 : 82),
  y: index < 9 ? 136 : 52,
  strong: [0.5, 0.85, 1.2][index % 3],
}));

/** The picture across the top; a quiet pattern while the account has none. */
export function Cover({ account }: { account: Pick<Account, 'header' | 'roost'> }) {
  return (
    <div className={cx(styles.cover, account.roost.official && styles.official)}>
      {account.roost.has_header ? (
        <img src={account.header} alt="" width={1500} height={500} decoding="async" />
      ) : (
        <svg viewBox="0 0 620 136" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
          {arcs.map(({ x, y, strong }) => (
            <path key={`${x} ${y}`} d={`M${x} ${y}a84 84 0 0 1 84-84V${y}z`} fillOpacity={strong} />
          ))}
        </svg>
      )}
    </div>
  );
}
