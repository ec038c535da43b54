import { Module } from '@nestjs/common';
import { AbsentListsController } from './absent-lists.controller.js';
import { InstanceController } from './instance.controller.js';
import { InstanceCountsReader } from './instance-counts.reader.js';
import { InstancePresenter } from './instance.presenter.js';
import { NodeInfoController } from './nodeinfo.controller.js';

@Module({
  controllers: [InstanceController, NodeInfoController, AbsentListsController],
  providers: [InstancePresenter, InstanceCountsReader],
})
export class InstanceModule {}
