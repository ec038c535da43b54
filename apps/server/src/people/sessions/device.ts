import type { FastifyRequest } from 'fastify';
import type { Device } from './start-session.js';

/** The device a request came from, as the device list shows it. */
export function deviceOf(request: FastifyRequest): Device {
  return { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}
