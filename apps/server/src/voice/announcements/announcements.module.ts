import { Global, Module } from '@nestjs/common';
import { AnnouncementAdminController } from './announcement-admin.controller.js';
import { AnnouncementReader } from './announcement.reader.js';
import { AnnouncementsController } from './announcements.controller.js';
import { ComposeAnnouncement } from './compose-announcement.js';
import { DismissAnnouncement } from './dismiss-announcement.js';
import { EditAnnouncement } from './edit-announcement.js';
import { ReactToAnnouncement } from './react-to-announcement.js';
import { RemoveAnnouncement } from './remove-announcement.js';
import { ShowAnnouncements } from './show-announcements.js';
import { WriteAnnouncement } from './write-announcement.js';

@Global()
@Module({
  controllers: [AnnouncementsController, AnnouncementAdminController],
  providers: [
    AnnouncementReader,
    ComposeAnnouncement,
    WriteAnnouncement,
    EditAnnouncement,
    RemoveAnnouncement,
    ShowAnnouncements,
    DismissAnnouncement,
    ReactToAnnouncement,
  ],
  exports: [AnnouncementReader],
})
export class AnnouncementsModule {}
