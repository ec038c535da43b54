import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isStreaming } from '../../../platform/access/bearer-token.js';

/** A request to become a socket, taken off its HTTP answer. */
export interface Upgrade {
  socket: Socket;
  head: Buffer;
}

interface Pending extends Upgrade {
  response: ServerResponse;
}

/**
 * Decides which protocol an upgrade belongs to, on the one port that all share. socket.io takes its own. Streams go through
 * the same routes and guards as every request, so that a refusal is an HTTP answer before any socket is open.
 */
@Injectable()
export class Upgrades implements OnApplicationBootstrap {
  private readonly pending = new WeakMap<IncomingMessage, Pending>();

  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', (request, socket, head) => this.route(request, socket as Socket, head));
  }

  /** Gives the socket away, once; whoever takes it answers on it. */
  take(request: IncomingMessage): Upgrade | null {
    const pending = this.pending.get(request);
    if (!pending) return null;
    this.pending.delete(request);
    const { response, socket, head } = pending;
    response.detachSocket(socket);
    return { socket, head };
  }

  private route(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const url = request.url ?? '/';
    if (url.startsWith('/socket.io/')) return;
    // Until somebody takes it, nobody else listens for a peer that goes away.
    socket.on('error', () => socket.destroy());
    if (isStreaming(url)) this.pass(request, socket, head);
    else refuse(socket);
  }

  private pass(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.on('finish', () => socket.end());
    this.pending.set(request, { socket, head, response });
    this.host.httpAdapter.getInstance<FastifyInstance>().routing(request, response);
  }
}

function refuse(socket: Socket): void {
  const body = JSON.stringify({ error: 'Record not found', code: 'not_found' });
  socket.end(
    [
      'HTTP/1.1 404 Not Found',
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
