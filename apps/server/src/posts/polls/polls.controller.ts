import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Poll } from '@roost/contracts';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam } from '../../platform/http/wire-input.js';
import { VotesInput } from './poll.input.js';
import { PollReader } from './poll.reader.js';
import { VoteInPoll } from './vote-in-poll.js';

/** Polls of posts: their state, and a vote. They are put up with their post. */
@Controller('api/v1/polls/:id')
export class PollsController {
  constructor(
    private readonly reader: PollReader,
    private readonly voteInPoll: VoteInPoll,
  ) {}

  @Get()
  @Access('read:statuses')
  @Answers(Poll)
  show(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Poll> {
    return this.reader.one(viewer.accountId, id);
  }

  @Post('votes')
  @HttpCode(200)
  @Access('write:statuses')
  @Answers(Poll)
  async vote(
    @Viewer() viewer: ViewerFacts,
    @Param('id', { schema: IdParam }) id: string,
    @Body({ schema: VotesInput }) input: VotesInput,
  ): Promise<Poll> {
    await this.voteInPoll.run(viewer, { id, choices: input.choices });
    return this.reader.one(viewer.accountId, id);
  }
}
