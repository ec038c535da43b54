import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ErrorFilter } from './error-filter.js';
import { InputPipe } from './input.pipe.js';
import { RequestContext } from './request-context.js';

@Global()
@Module({
  providers: [RequestContext, { provide: APP_FILTER, useClass: ErrorFilter }, { provide: APP_PIPE, useClass: InputPipe }],
  exports: [RequestContext],
})
export class HttpModule {}
