import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RoostError } from '../errors.js';
import { parseFields } from './parse-fields.js';
import { UploadedFile } from './uploaded-file.js';

class MalformedForm extends RoostError {
  readonly code = 'bad_request';
  readonly kind = 'malformed';
  constructor() {
    super('The multipart form could not be read: check its boundary and that it arrived whole');
  }
}

/**
 * Reads a multipart body: fields nested as in a form, files as {@link UploadedFile}. Limits cut it off while it arrives.
 * @throws MalformedForm when it is no form, or half of one; the plugin's own errors when a limit was passed
 */
export async function readMultipart(request: FastifyRequest): Promise<Record<string, unknown>> {
  try {
    return await readParts(request);
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new MalformedForm();
  }
}

async function readParts(request: FastifyRequest): Promise<Record<string, unknown>> {
  const fields = new URLSearchParams();
  const files: Record<string, UploadedFile> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') files[part.fieldname] = new UploadedFile(part.filename, part.mimetype, await part.toBuffer());
    else fields.append(part.fieldname, String(part.value));
  }
  return { ...parseFields(fields.toString()), ...files };
}
