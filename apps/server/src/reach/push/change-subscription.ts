import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { alertsOf, type ChangeBody } from './push.input.js';

/** Changes what an app is called for; where it is called stays. */
@Injectable()
export class ChangeSubscription {
  constructor(private readonly database: Database) {}

  /** @throws NotFound when the token has none */
  async run(viewer: Viewer, { data }: ChangeBody): Promise<void> {
    const changed: unknown[] = await this.database.transaction((manager) =>
      manager.query(
        `with changed as (
           update push_subscription set alerts = coalesce($2, alerts), policy = coalesce($3, policy), updated_at = now()
            where token_id = $1 returning id)
         select id from changed`,
        [viewer.credentialId, data.alerts === undefined ? null : alertsOf(data.alerts), data.policy ?? null],
      ),
    );
    if (changed.length === 0) throw new NotFound();
  }
}
