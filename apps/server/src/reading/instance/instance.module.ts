import { Module } from '@nestjs/common';
import { HostMetaController } from './host-meta.controller.js';
import { InstanceController } from './instance.controller.js';
import { InstanceCountsReader } from './instance-counts.reader.js';
import { InstancePresenter } from './instance.presenter.js';
import { NodeInfoController } from './nodeinfo.controller.js';
import { OtherServersController } from './other-servers.controller.js';

@Module({
  controllers: [InstanceController, NodeInfoController, HostMetaController, OtherServersController],
  providers: [InstancePresenter, InstanceCountsReader],
})
export class InstanceModule {}
