import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { parseFields } from './parse-fields.js';
import { UploadedFile } from './uploaded-file.js';

/** Reads a multipart body: fields nested as in a form, files as {@link UploadedFile}. Limits cut it off while it arrives. */
export async function readMultipart(request: FastifyRequest): Promise<Record<string, unknown>> {
  const fields = new URLSearchParams();
  const files: Record<string, UploadedFile> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') files[part.fieldname] = new UploadedFile(part.filename, part.mimetype, await part.toBuffer());
    else fields.append(part.fieldname, String(part.value));
  }
  return { ...parseFields(fields.toString()), ...files };
}
