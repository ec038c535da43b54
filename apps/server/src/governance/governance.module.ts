import { Module } from '@nestjs/common';
import { ModerationModule } from './moderation/moderation.module.js';

/** Floor 5. */
@Module({ imports: [ModerationModule] })
export class GovernanceModule {}
