import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';
import { hashSecret, newSecret } from '../../platform/secrets.js';

/** Longest life of a session, in days, whatever happens in it. */
const LIFE_DAYS = 7;
const REMEMBERED_DAYS = 14;

export interface NewSession {
  /** Goes into the cookie; only its hash is stored. */
  secret: string;
  id: string;
  /** Seconds the browser keeps the cookie; undefined until it closes. */
  maxAge: number | undefined;
}

/** What a request says about the device it came from. */
export interface Device {
  ip: string;
  userAgent: string;
}

@Injectable()
export class StartSession {
  constructor(private readonly journal: Journal) {}

  async run(manager: EntityManager, accountId: string, device: Device, options: { remember: boolean }): Promise<NewSession> {
    const secret = newSecret();
    const days = options.remember ? REMEMBERED_DAYS : LIFE_DAYS;
    const rows: { id: string }[] = await manager.query(
      `insert into session (token_hash, account_id, remembered, user_agent, ip, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(days => $6::int)) returning id`,
      [hashSecret(secret), accountId, options.remember, device.userAgent.slice(0, 500), device.ip.slice(0, 64), days],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the session has no id');
    await this.journal.append(manager, {
      type: 'session.started',
      actorId: accountId,
      subjectType: 'session',
      subjectId: id,
      payload: { account_id: accountId, remembered: options.remember, ip: device.ip, user_agent: device.userAgent.slice(0, 500) },
    });
    return { secret, id, maxAge: options.remember ? days * 24 * 3600 : undefined };
  }
}
