import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * In test mode people reach Roost through a proxy of this machine, under a name that only the proxy knows. Every answer to such a request
 * names that address; what is said outside a request, to a stream, names the one that was last asked for.
 * Outside test mode nothing is ever noted here: the address of a real Roost is a setting, and no header changes it.
 */
export class ForwardedAddress {
  private static readonly storage = new AsyncLocalStorage<string | null>();
  private static last: string | null = null;

  /** @param origin null for a request that came without a proxy */
  static run(origin: string | null, work: () => void): void {
    if (origin !== null) ForwardedAddress.last = origin;
    ForwardedAddress.storage.run(origin, work);
  }

  /** Null when the configured address is the one to name. */
  static get current(): string | null {
    const origin = ForwardedAddress.storage.getStore();
    return origin === undefined ? ForwardedAddress.last : origin;
  }
}
