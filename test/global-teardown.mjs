import { rmSync } from 'node:fs';

/** Ends the PostgreSQL that the set-up started, and only that one. */
export default async function globalTeardown() {
  const started = globalThis.roostPostgres;
  if (!started) return;
  await started.postgres.stop();
  rmSync(started.dataDir, { recursive: true, force: true });
}
