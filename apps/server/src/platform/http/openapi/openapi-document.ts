import { type INestApplication, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { ApiExtension, ApiSecurity, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ErrorBody, SCOPES } from '@roost/contracts';
import { Settings } from '../../../config/settings.js';
import { ACCESS, type AccessRule } from '../../access/access.js';
import { VERSION } from '../../version.js';
import { finishOperation } from './finish-operation.js';
import { toJsonSchema } from './schema-converter.js';

const ABOUT = `The API of this Roost. Addresses and shapes are those of Mastodon's client API, so its apps and libraries work here;
what Mastodon has no word for lives under /api/roost/v1 or in a member named \`roost\`.
Writes take JSON, forms and multipart forms alike, and parameters in the query. Ids are decimal strings. Times are UTC with milliseconds.`;

/** Describes the application from what its routes say about themselves: their addresses, schemas and access rules. */
@Injectable()
export class OpenApiDocument {
  private app: INestApplication | null = null;
  private document: OpenAPIObject | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly discovery: DiscoveryService,
  ) {}

  /** The application is described once, when somebody first asks. */
  of(app: INestApplication): void {
    this.app = app;
  }

  read(): OpenAPIObject {
    this.document ??= this.describe();
    return this.document;
  }

  private describe(): OpenAPIObject {
    if (!this.app) throw new Error('nobody said which application to describe');
    this.nameAccess();
    const outline = new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Roost')
      .setDescription(ABOUT)
      .setVersion(VERSION)
      .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
      .addServer(this.settings.publicUrl)
      .addOAuth2({ type: 'oauth2', flows: { authorizationCode: this.flow(), clientCredentials: this.flow() } }, 'app')
      .addCookieAuth('__Host-roost', { type: 'apiKey', in: 'cookie', description: 'Our own web client' }, 'web')
      .build();
    const error = toJsonSchema(ErrorBody, 'output');
    const document = SwaggerModule.createDocument(this.app, outline, {
      standardSchemaConverter: (schema, { schemaType }) => toJsonSchema(schema, schemaType),
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
      autoTagControllers: true,
    });
    document.components = { ...document.components, schemas: { ...document.components?.schemas, ...error?.components } };
    for (const path of Object.values(document.paths))
      for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) if (operation) finishOperation(operation);
    return document;
  }

  private flow() {
    return {
      authorizationUrl: `${this.settings.publicUrl}/oauth/authorize`,
      tokenUrl: `${this.settings.publicUrl}/oauth/token`,
      scopes: Object.fromEntries(SCOPES.map((scope) => [scope, ''])),
    };
  }

  /** Says of every route, in the document's words, what its access rule says to the guard. */
  private nameAccess(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      if (!metatype) continue;
      const prototype = metatype.prototype as object;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
        const rule = ruleOf(descriptor?.value) ?? ruleOf(metatype);
        if (!descriptor || typeof descriptor.value !== 'function' || !rule || rule.public) continue;
        const scopes = rule.scope === 'web' || rule.scope === 'any' ? [] : [rule.scope];
        if (rule.scope !== 'web') ApiSecurity('app', scopes)(prototype, name, descriptor);
        ApiSecurity('web')(prototype, name, descriptor);
        if (rule.role !== 'member') ApiExtension('x-roost-role', rule.role)(prototype, name, descriptor);
      }
    }
  }
}

function ruleOf(target: unknown): AccessRule | undefined {
  return typeof target === 'function' ? (Reflect.getMetadata(ACCESS, target) as AccessRule | undefined) : undefined;
}
