import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { StreamingHub } from './streaming-hub.js';

/**
 * Says with every list up to where the journal had been read before the list was: `roost-cursor`. Who subscribes with it receives
 * everything that the list may lack, whenever the subscription comes.
 */
@Injectable()
export class DateListsInterceptor implements NestInterceptor {
  constructor(private readonly hub: StreamingHub) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() === 'http') {
      const http = context.switchToHttp();
      const { method, url } = http.getRequest<FastifyRequest>();
      if (method === 'GET' && url.startsWith('/api/v1/'))
        http.getResponse<FastifyReply>().header('roost-cursor', this.hub.cursor);
    }
    return next.handle();
  }
}
