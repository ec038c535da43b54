import styles from './authorize.module.css';

/** Who asks: the app's own words, which is why its site is shown as the host it really has. */
export function AppName({ app }: { app: { name: string; website: string | null } }) {
  const site = app.website === null ? null : URL.parse(app.website);
  return (
    <div className={styles.app}>
      <span className={styles.stone} aria-hidden="true">
        {Array.from(app.name)[0]?.toUpperCase()}
      </span>
      <p>
        <b>{app.name}</b>
        {site && (
          <a href={site.href} target="_blank" rel="noreferrer noopener">
            {site.host}
          </a>
        )}
      </p>
    </div>
  );
}
