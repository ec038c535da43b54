import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { Invalid, NotFound } from '../errors.js';
import { describeIssues } from './validation.js';

/** Checks what a route takes in. A path that names nothing possible names nothing at all: 404, not a complaint about its form. */
@Injectable()
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: describeIssues });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (metadata.type === 'param' && error instanceof Invalid) throw new NotFound();
      throw error;
    }
  }
}
