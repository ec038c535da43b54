import type { ObjectKind, Row } from './rows.js';
import type { Principal, State } from './world.js';

/** What a cell of the matrix must answer: an exact refusal, or `in` for having passed every check of who may. */
export type Expected = 'in' | 401 | 403 | 404 | 422;

/** Things that are made anew for each cell. */
const NEVER_GONE = new Set<ObjectKind>(['request', 'invitation', 'approval', 'person']);

/** The rule of every cell. Refusal and absence look alike wherever telling them apart would tell something. */
export function expected(row: Row, principal: Principal, state: State | null): Expected {
  const door = atTheDoor(row, principal);
  if (door !== 'in' || state === null || row.on === undefined) return door;
  return onThe(row.on, principal, state);
}

/** Before any object is looked at: identity, scope, role. */
function atTheDoor({ access, role }: Row, principal: Principal): Expected {
  if (access === 'public') return 'in';
  if (principal === 'anonymous' || principal === 'suspended') return 401;
  // Its one scope is push.
  if (principal === 'scoped token') return access === 'any' || access === 'any app' || access === 'push' ? 'in' : 403;
  if (access === 'app itself') return 403;
  if (role !== undefined && principal !== 'administrator' && principal !== role) return 403;
  if (access === 'administrator') return principal === 'administrator' ? 'in' : 403;
  return 'in';
}

function onThe(kind: ObjectKind, principal: Principal, state: State): Expected {
  if (state === 'deleted' && !NEVER_GONE.has(kind)) return 404;
  switch (kind) {
    case 'status':
    case 'poll':
      return isSeen(principal, state) ? 'in' : 404;
    case 'boostable':
      if (state === 'other') return principal === 'blocked' ? 404 : 'in';
      return state === 'private' ? 404 : 'in';
    case 'own-status':
      // Another's post cannot be changed; whether there is one is not said either.
      return state === 'own' ? 'in' : 404;
    case 'pinnable':
      if (state === 'own') return 'in';
      return isSeen(principal, state) ? 422 : 404;
    case 'followable':
      // The answer to somebody who was blocked is the one to somebody who asks for themselves.
      return state === 'own' || (state === 'other' && principal === 'blocked') ? 403 : 'in';
    case 'media':
    case 'scheduled':
    case 'notification':
    case 'conversation':
    case 'featured':
    case 'asking':
    case 'list':
    case 'filter':
    case 'filter-keyword':
    case 'filter-status':
    case 'session':
    case 'connected-app':
      return state === 'own' ? 'in' : 404;
    case 'other-account':
      // Nobody follows, blocks or mutes themselves.
      return state === 'own' ? 403 : 'in';
    // Answering a request that is not there changes nothing and says how one stands to that account.
    case 'request':
    case 'announcement':
    case 'account':
    case 'report':
    case 'invitation':
    case 'approval':
    case 'person':
      return 'in';
  }
}

/** Followers-only: Ben follows Ann. Neither moderators nor administrators read what is not addressed to them. */
function isSeen(principal: Principal, state: State): boolean {
  if (state === 'other') return principal !== 'blocked';
  return state === 'own' || principal === 'member';
}
