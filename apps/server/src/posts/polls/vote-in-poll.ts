import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/principal.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { Journal } from '../../platform/journal/journal.js';
import { lockStatus, ONLY_THE_ACTOR } from '../statuses/lock-status.js';
import { StatusReader } from '../statuses/status.reader.js';
import { AlreadyVoted, ChoicesRefused, OwnPoll, PollOver } from './poll.errors.js';
import { PollReader } from './poll.reader.js';

interface OpenPoll {
  options: string[];
  multiple: boolean;
  tallies: number[];
  over: boolean;
}

@Injectable()
export class VoteInPoll {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly polls: PollReader,
    private readonly statuses: StatusReader,
  ) {}

  /**
   * One ballot for each person; it cannot be changed. Tallies move with it, under the lock of the status.
   * @throws NotFound OwnPoll PollOver AlreadyVoted ChoicesRefused
   */
  async run(viewer: Viewer, input: { id: string; choices: readonly number[] }): Promise<void> {
    const { row } = await this.statuses.seen(viewer.accountId, await this.polls.statusOf(input.id));
    if (row.account_id === viewer.accountId) throw new OwnPoll();
    const choices = [...new Set(input.choices)].sort((a, b) => a - b);
    await this.database.transaction(async (manager) => {
      await lockStatus(manager, row.id);
      await vote(manager, viewer.accountId, input.id, choices);
      await this.journal.append(manager, {
        type: 'poll.voted',
        actorId: viewer.accountId,
        subjectType: 'status',
        subjectId: row.id,
        audience: ONLY_THE_ACTOR,
        payload: { pollId: input.id, statusId: row.id, authorId: row.account_id, threadId: row.thread_id, choices },
      });
    });
  }
}

async function vote(manager: EntityManager, accountId: string, pollId: string, choices: readonly number[]): Promise<void> {
  const polls: OpenPoll[] = await manager.query(
    'select p.options, p.multiple, p.tallies, p.expires_at <= now() as over from poll p where p.id = $1',
    [pollId],
  );
  const poll = polls[0];
  if (!poll) throw new NotFound();
  if (poll.over) throw new PollOver();
  if (choices.some((choice) => choice >= poll.options.length)) throw new ChoicesRefused('The chosen vote option does not exist');
  const ballots: unknown[] = await manager.query('select from poll_ballot where poll_id = $1 and account_id = $2', [
    pollId,
    accountId,
  ]);
  if (ballots.length > 0) throw new AlreadyVoted();
  if (choices.length === 0) throw new ChoicesRefused('Choose an option');
  if (choices.length > 1 && !poll.multiple) throw new ChoicesRefused('Only one option can be chosen in this poll');
  await manager.query('insert into poll_ballot (poll_id, account_id, choices) values ($1, $2, $3)', [pollId, accountId, choices]);
  await manager.query('update poll set tallies = $2, voters_count = voters_count + 1 where id = $1', [
    pollId,
    poll.tallies.map((votes, index) => votes + (choices.includes(index) ? 1 : 0)),
  ]);
}
