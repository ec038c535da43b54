import { Module } from '@nestjs/common';
import { ConversationsModule } from './conversations/conversations.module.js';
import { FiltersModule } from './filters/filters.module.js';
import { InstanceModule } from './instance/instance.module.js';
import { ListsModule } from './lists/lists.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { SearchModule } from './search/search.module.js';
import { TimelinesModule } from './timelines/timelines.module.js';

/** Floor 3. */
@Module({
  imports: [TimelinesModule, ListsModule, FiltersModule, NotificationsModule, ConversationsModule, InstanceModule, SearchModule],
})
export class ReadingModule {}
