import { Module } from '@nestjs/common';
import { InstanceController } from './instance.controller.js';
import { InstanceCountsReader } from './instance-counts.reader.js';
import { InstancePresenter } from './instance.presenter.js';
import { NodeInfoController } from './nodeinfo.controller.js';

@Module({ controllers: [InstanceController, NodeInfoController], providers: [InstancePresenter, InstanceCountsReader] })
export class InstanceModule {}
