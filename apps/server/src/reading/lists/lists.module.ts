import { Module } from '@nestjs/common';
import { AddMembers } from './add-members.js';
import { CreateList } from './create-list.js';
import { DeleteList } from './delete-list.js';
import { ListJournal } from './list.journal.js';
import { ListReader } from './list.reader.js';
import { ListsController } from './lists.controller.js';
import { RemoveMembers } from './remove-members.js';
import { UpdateList } from './update-list.js';

@Module({
  controllers: [ListsController],
  providers: [ListJournal, ListReader, CreateList, UpdateList, DeleteList, AddMembers, RemoveMembers],
  exports: [ListReader],
})
export class ListsModule {}
