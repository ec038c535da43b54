import { Controller, Get, Header } from '@nestjs/common';
import { z } from 'zod';
import { Public } from './access/access.js';
import { Database, statement } from './database/database.js';
import { RoostError } from './errors.js';
import { Answers } from './http/openapi/answers.js';

const Health = z.object({ status: z.literal('ok') });

const PING = statement('readyz', 'select 1 as one');

class NotReady extends RoostError {
  readonly code = 'not_ready';
  readonly kind = 'unavailable';
  override readonly retryAfter = 2;
  constructor() {
    super('The database does not answer');
  }
}

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process is up; it says nothing about the database. */
  @Get('livez')
  @Header('Cache-Control', 'no-store')
  @Public('Probes of a supervisor carry no identity')
  @Answers(Health)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The same in one word, where supervisors of Mastodon look for it. */
  @Get('health')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Public('Probes of a supervisor carry no identity')
  @Answers(z.literal('OK'))
  word(): 'OK' {
    return 'OK';
  }

  /** The process can serve: the database answers within two seconds. */
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  @Public('Probes of a load balancer carry no identity')
  @Answers(Health)
  async ready(): Promise<{ status: 'ok' }> {
    const answered = this.database.read(PING).then(
      () => true,
      () => false,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 1500).unref());
    if (!(await Promise.race([answered, late]))) throw new NotReady();
    return { status: 'ok' };
  }
}
