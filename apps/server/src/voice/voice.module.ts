import { Module } from '@nestjs/common';
import { AnnouncementsModule } from './announcements/announcements.module.js';

/** Floor 4. */
@Module({ imports: [AnnouncementsModule] })
export class VoiceModule {}
