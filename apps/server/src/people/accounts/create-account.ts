import { Injectable } from '@nestjs/common';
import type { Role } from '@roost/contracts';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';
import { HandleTaken } from './account.errors.js';
import type { AccountState } from './account.row.js';

export interface NewAccount {
  /** Checked and folded. */
  handle: string;
  /** Checked. */
  displayName: string;
  role: Role;
  state: AccountState;
  language: 'en' | 'fr' | null;
  /** How they came in, for the record: `setup`, `command`, `domains`, `invitation`, `approval`. */
  via: string;
}

/** Adds an account to the company. How they prove who they are is stored by whoever calls. */
@Injectable()
export class CreateAccount {
  constructor(private readonly journal: Journal) {}

  /** @returns the id. @throws HandleTaken */
  async run(manager: EntityManager, input: NewAccount): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `insert into account (handle, display_name, role, state, preferences) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [
        input.handle,
        input.displayName,
        input.role,
        input.state,
        JSON.stringify(input.language ? { language: input.language } : {}),
      ],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new HandleTaken();
    await this.journal.append(manager, {
      type: 'account.created',
      actorId: id,
      subjectType: 'account',
      subjectId: id,
      payload: { handle: input.handle, display_name: input.displayName, role: input.role, state: input.state, via: input.via },
    });
    return id;
  }
}
