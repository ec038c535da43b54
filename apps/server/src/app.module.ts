import { Module } from '@nestjs/common';
import { ConfigModule } from './config/config.module.js';
import { GovernanceModule } from './governance/governance.module.js';
import { InsightModule } from './insight/insight.module.js';
import { PeopleModule } from './people/people.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { PostsModule } from './posts/posts.module.js';
import { ReachModule } from './reach/reach.module.js';
import { ReadingModule } from './reading/reading.module.js';
import { VoiceModule } from './voice/voice.module.js';

/** The floors, lowest first. */
@Module({
  imports: [
    ConfigModule,
    PlatformModule,
    PeopleModule,
    PostsModule,
    ReadingModule,
    VoiceModule,
    GovernanceModule,
    InsightModule,
    ReachModule,
  ],
})
export class AppModule {}
