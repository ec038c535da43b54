import type { MultipartFile } from '@fastify/multipart';
import { LIMITS } from '@roost/contracts';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RoostError } from '../errors.js';
import { parseFields } from './parse-fields.js';
import { ReceivedFile, UploadedFile } from './uploaded-file.js';

const HEAD_BYTES = 64;

/** The field `file` of this route may be a film: it is written to disk, not held in memory. Every other limit stays. */
export const TakesLargeFile = () => RouteConfig({ largeFile: true });

/** Folders of requests under way. */
const folders = new WeakMap<FastifyRequest, string>();

/** Where large files lie while their request is under way. */
export function incomingFolder(dataDir: string): string {
  return join(dataDir, 'incoming');
}

class MalformedForm extends RoostError {
  readonly code = 'bad_request';
  readonly kind = 'malformed';
  constructor() {
    super('The multipart form could not be read: check its boundary and that it arrived whole');
  }
}

/**
 * Reads a multipart body: fields nested as in a form, files as {@link UploadedFile} or {@link ReceivedFile}. Limits cut it off while it arrives.
 * @throws MalformedForm when it is no form, or half of one; the plugin's own errors when a limit was passed
 */
export async function readMultipart(request: FastifyRequest, dataDir: string): Promise<Record<string, unknown>> {
  try {
    return await readParts(request, dataDir);
  } catch (error) {
    // The parser's complaints are bare errors; limits, the disk and the connection name themselves.
    if (error instanceof Error && ('statusCode' in error || 'code' in error)) throw error;
    throw new MalformedForm();
  }
}

async function readParts(request: FastifyRequest, dataDir: string): Promise<Record<string, unknown>> {
  const fields = new URLSearchParams();
  const files: Record<string, UploadedFile | ReceivedFile> = {};
  const { largeFile } = request.routeOptions.config as { largeFile?: boolean };
  for await (const part of request.parts(largeFile === true ? { limits: { fileSize: LIMITS.filmBytes } } : {})) {
    if (part.type !== 'file') fields.append(part.fieldname, String(part.value));
    // Nobody who does not even claim to be somebody fills the disk: they are turned away in a moment.
    else if (!hasCredentials(request)) part.file.resume();
    else if (largeFile === true && part.fieldname === 'file') files.file = await receive(request, part, dataDir);
    else files[part.fieldname] = await hold(request, part);
  }
  return { ...parseFields(fields.toString()), ...files };
}

/** Removes what a request left on disk. */
export async function forgetFiles(request: FastifyRequest): Promise<void> {
  const folder = folders.get(request);
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}

function hasCredentials({ headers, query }: FastifyRequest): boolean {
  return (
    headers.authorization !== undefined ||
    headers.cookie !== undefined ||
    (query as Record<string, unknown>).access_token !== undefined
  );
}

async function hold(request: FastifyRequest, part: MultipartFile): Promise<UploadedFile> {
  const bytes = await part.toBuffer();
  if (bytes.length > LIMITS.imageBytes) throw new request.server.multipartErrors.RequestFileTooLargeError();
  return new UploadedFile(part.filename, part.mimetype, bytes);
}

async function receive(request: FastifyRequest, part: MultipartFile, dataDir: string): Promise<ReceivedFile> {
  const folder = folders.get(request) ?? join(incomingFolder(dataDir), randomUUID());
  folders.set(request, folder);
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError();
  return new ReceivedFile(part.filename, part.mimetype, path, bytes, head, hash.digest('hex'));
}
