import { Module } from '@nestjs/common';
import { EndPolls } from './end-polls.js';
import { PollReader } from './poll.reader.js';
import { PollsController } from './polls.controller.js';
import { VoteInPoll } from './vote-in-poll.js';

@Module({ controllers: [PollsController], providers: [EndPolls, PollReader, VoteInPoll] })
export class PollsModule {}
