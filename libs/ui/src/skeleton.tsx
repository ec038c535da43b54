import styles from './skeleton.module.css';

/** Rows as tall as a two-line post, so nothing jumps when text arrives. Appears after 300 ms. */
export function Skeleton({ rows = 5, label }: { rows?: number; label: string }) {
  const widths = [
    [34, 88, 58],
    [26, 84, 40],
    [38, 92, 66],
    [30, 76, 50],
  ];
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div className={styles.skeletonRow} key={row} aria-hidden="true">
          <span className={styles.skeletonAvatar} />
          <div>
            {widths[row % widths.length]?.map((width, line) => (
              <span className={styles.bone} key={line} style={{ width: `${width}%` }} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
