import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocal } from '../../config/settings.js';
import { Public } from '../access/access.js';
import { NotFound } from '../errors.js';
import { Metrics } from './metrics.js';

@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** Figures for Prometheus. They answer this machine only; what comes through a proxy comes from elsewhere. */
  @Get()
  @ApiProduces('text/plain')
  @Public('A collector on the same machine has no identity; to all others the address does not exist')
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const forwarded = request.headers['x-forwarded-for'] ?? request.headers['x-forwarded-host'] ?? request.headers.forwarded;
    if (forwarded !== undefined || !isLocal(request.hostname) || !isLoopback(request.ip)) throw new NotFound();
    void reply.header('Cache-Control', 'no-store').type(this.metrics.contentType);
    return this.metrics.read();
  }
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}
