import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ErrorFilter } from './error-filter.js';
import { InputPipe } from './input.pipe.js';
import { AnswerCheck } from './openapi/answer-check.js';
import { RequestContext } from './request-context.js';

@Global()
@Module({
  providers: [
    RequestContext,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_INTERCEPTOR, useClass: AnswerCheck },
  ],
  exports: [RequestContext],
})
export class HttpModule {}
