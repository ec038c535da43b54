import { isAbsolute, join, resolve } from 'node:path';
import { canPass, chooseIdentity, nearestExisting } from '../postgres/identity.mjs';

/** Where data goes that may not lie in the checkout. */
export const elsewhere = '/var/lib/roost';

/**
 * Where Roost keeps its data: ROOST_DATA_DIR, else `data` in the checkout. When root starts Roost from a checkout that PostgreSQL's user
 * cannot reach (below /root, say), it is /var/lib/roost.
 */
export function chooseDataDir(root, env = process.env) {
  if (env.ROOST_DATA_DIR) return isAbsolute(env.ROOST_DATA_DIR) ? env.ROOST_DATA_DIR : resolve(root, env.ROOST_DATA_DIR);
  const beside = join(root, 'data');
  if (process.getuid?.() !== 0) return beside;
  return canPass(chooseIdentity(join(beside, 'postgres')), nearestExisting(beside)) ? beside : elsewhere;
}
