import { Global, Module } from '@nestjs/common';
import { DueWork } from './due-work.js';
import { Jobs } from './jobs.js';

@Global()
@Module({ providers: [Jobs, DueWork], exports: [Jobs, DueWork] })
export class JobsModule {}
