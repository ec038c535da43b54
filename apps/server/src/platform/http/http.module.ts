import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ErrorFilter } from './error-filter.js';
import { RequestContext } from './request-context.js';
import { describeIssues } from './validation.js';

@Global()
@Module({
  providers: [
    RequestContext,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_PIPE, useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: describeIssues }) },
  ],
  exports: [RequestContext],
})
export class HttpModule {}
