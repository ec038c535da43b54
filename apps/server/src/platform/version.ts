import { createRequire } from 'node:module';

const manifest: unknown = createRequire(import.meta.url)('@roost/server/package.json');

/** Version of this Roost, from its package. */
export const VERSION =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
