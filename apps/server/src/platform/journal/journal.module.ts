import { Global, Module } from '@nestjs/common';
import { Journal } from './journal.js';
import { JournalConsumers } from './journal-consumers.js';
import { JournalFollower } from './journal-follower.js';

@Global()
@Module({ providers: [Journal, JournalFollower, JournalConsumers], exports: [Journal, JournalFollower, JournalConsumers] })
export class JournalModule {}
