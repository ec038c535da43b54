import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';

/** A caller's promise that equal requests under this key mean one thing. */
export interface IdempotencyClaim {
  key: string;
  /** SHA-256 of the canonical body. */
  bodyHash: Buffer;
  /** Method and path pattern, for example `POST /api/v1/statuses`. */
  route: string;
}

interface Facts {
  requestId: string;
  ip: string;
  claim: IdempotencyClaim | null;
}

/** Facts of the request under way, for the few who need them below the controllers: journal, idempotency, logs. */
@Injectable()
export class RequestContext {
  private static readonly storage = new AsyncLocalStorage<Facts>();

  /** Static because Fastify's hooks run before anything is injected. */
  static run(facts: Facts, work: () => void): void {
    RequestContext.storage.run(facts, work);
  }

  static claim(claim: IdempotencyClaim): void {
    const facts = RequestContext.storage.getStore();
    if (facts) facts.claim = claim;
  }

  /** Null outside a request: jobs, the command line. */
  get requestId(): string | null {
    return RequestContext.storage.getStore()?.requestId ?? null;
  }

  get ip(): string | null {
    return RequestContext.storage.getStore()?.ip ?? null;
  }

  get idempotencyClaim(): IdempotencyClaim | null {
    return RequestContext.storage.getStore()?.claim ?? null;
  }
}
