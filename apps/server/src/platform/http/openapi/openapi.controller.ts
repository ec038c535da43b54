import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { OpenApiDocument } from './openapi-document.js';

@Controller('api/docs')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  /** This document. Closed like everything else: whoever has a token or a session may read it. */
  @Get()
  @Access('any', { app: true })
  read(): OpenAPIObject {
    return this.document.read();
  }
}
