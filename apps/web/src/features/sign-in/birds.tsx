import styles from './birds.module.css';

/** Where each bird sits: x, y, scale (negative looks to the left) and tone. */
const flock: [number, number, number, 'light' | 'ember' | 'pine'][] = [
  [120, 153.8, 1.9, 'light'],
  [178, 155.4, 1.9, 'light'],
  [300, 153.8, 2.4, 'ember'],
  [412, 149.7, -1.9, 'light'],
  [92, 252.0, 2.0, 'light'],
  [236, 256.7, 1.9, 'pine'],
  [290, 256.1, -1.9, 'light'],
  [452, 247.1, 2.0, 'light'],
  [160, 348.2, 2.0, 'pine'],
  [216, 349.7, 2.0, 'light'],
  [352, 348.2, -1.9, 'light'],
  [404, 345.6, -1.9, 'pine'],
  [466, 340.9, -1.9, 'light'],
];

/** The picture beside the forms: birds on three wires. Decoration only. */
export function Birds() {
  return (
    <svg className={styles.scene} viewBox="0 0 640 420" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <g className={styles.wire}>
        <path d="M-10 150Q320 178 650 128" />
        <path d="M-10 248Q320 282 650 226" />
        <path d="M-10 340Q320 376 650 322" />
      </g>
      <path className={styles.pole} d="M560-700V1200" />
      <path className={styles.arms} d="M520 128H600M516 228H604M520 324H600" />
      {flock.map(([x, y, scale, tone]) => (
        <g key={x} transform={`translate(${x} ${y}) scale(${scale} ${Math.abs(scale)})`} className={styles[tone]}>
          <path
            className={styles.body}
            d="M-9 0v-7A10.5 10.5 0 0 1 1.5-17.5a4.9 4.9 0 0 1 4.7 3.4l2.9 1.05-2.85 1.3A10.8 10.8 0 0 1-4.4 0z"
          />
          <circle className={styles.eye} cx="1.4" cy="-12.7" r="1.55" />
          <path className={styles.legs} d="M-4 0v2.6M-1 0v2.6" />
        </g>
      ))}
    </svg>
  );
}
