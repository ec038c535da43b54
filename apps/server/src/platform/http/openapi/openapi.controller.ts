import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Answers } from './answers.js';
import { OpenApiDocument } from './openapi-document.js';

@Controller('api/docs')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  /** This document. Closed like everything else: whoever has a token or a session may read it. */
  @Get()
  @Access('any', { app: true })
  @Answers(z.record(z.string(), z.unknown()), { description: 'OpenAPI 3.1' })
  read(): OpenAPIObject {
    return this.document.read();
  }
}
