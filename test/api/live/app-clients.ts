import type { Notification, Status } from '@roost/contracts';
import { until } from '@roost/test-kit';
import { type ClientRequest, get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';

/** One event as an app receives it. SSE names no stream. */
export interface AppEvent {
  stream?: string[];
  event: string;
  payload?: string;
}

abstract class AppClient {
  readonly events: AppEvent[] = [];

  /** Statuses that came by an event of this name, on one stream or on all. */
  statuses(event: 'update' | 'status.update', stream?: string): Status[] {
    return this.events
      .filter((one) => one.event === event && (stream === undefined || one.stream?.join(':') === stream))
      .map((one) => JSON.parse(one.payload ?? '') as Status);
  }

  notifications(): Notification[] {
    return this.events.filter((one) => one.event === 'notification').map((one) => JSON.parse(one.payload ?? '') as Notification);
  }

  received(id: string, stream?: string): boolean {
    return this.statuses('update', stream).some((status) => status.id === id);
  }
}

/** An app's WebSocket, with everything it received. */
export class AppSocket extends AppClient {
  readonly errors: { error: string; status: number }[] = [];
  /** Code and reason of the end. */
  closed: { code: number; reason: string } | null = null;

  private constructor(readonly socket: WebSocket) {
    super();
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as AppEvent | { error: string; status: number };
      if ('error' in frame) this.errors.push(frame);
      else this.events.push(frame);
    });
    socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    socket.on('error', () => undefined);
  }

  /** @throws with the status of the answer when the server refuses */
  static async open(
    url: string,
    how: { token?: string; headers?: Record<string, string>; protocol?: string; path?: string } = {},
  ) {
    const headers = { ...(how.token === undefined ? {} : { authorization: `Bearer ${how.token}` }), ...how.headers };
    const address = `${url.replace('http', 'ws')}${how.path ?? '/api/v1/streaming'}`;
    const socket = new WebSocket(address, how.protocol === undefined ? [] : [how.protocol], { headers });
    const client = new AppSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('unexpected-response', (request: ClientRequest, answer: IncomingMessage) => {
        request.destroy();
        reject(new Error(`answered ${answer.statusCode}`));
      });
      socket.once('error', reject);
    });
    return client;
  }

  say(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Subscribes, and waits until the server has heard it: frames are worked on in order. */
  async subscribes(...streams: Record<string, string>[]): Promise<void> {
    for (const stream of streams) this.say({ type: 'subscribe', ...stream });
    await this.settled();
  }

  /** Waits until all that was said is done: the last frame is one that is answered. */
  async settled(): Promise<void> {
    const before = this.errors.length;
    this.say({ type: 'subscribe', stream: 'no such stream' });
    await until(() => this.errors.slice(before).some(({ error }) => error === 'Unknown stream type'));
  }

  close(): void {
    this.socket.terminate();
  }
}

/** A reader of server-sent events that keeps to the letter what a strict library does. */
export class AppEvents extends AppClient {
  ended = false;
  /** Everything as it came. */
  text = '';

  private constructor(
    readonly status: number,
    readonly headers: IncomingHttpHeaders,
    private readonly answer: IncomingMessage,
  ) {
    super();
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      this.text += chunk;
      this.read();
    });
    answer.on('close', () => (this.ended = true));
    answer.on('error', () => undefined);
  }

  static open(url: string, path: string, headers: Record<string, string> = {}): Promise<AppEvents> {
    return new Promise((resolve, reject) => {
      get(`${url}/api/v1/streaming/${path}`, { headers, agent: false }, (answer) =>
        resolve(new AppEvents(answer.statusCode ?? 0, answer.headers, answer)),
      ).on('error', reject);
    });
  }

  private read(): void {
    const blocks = this.text
      .replaceAll(/^:.*\n/gm, '')
      .split('\n\n')
      .slice(0, -1);
    for (const block of blocks.slice(this.events.length)) {
      const fields = new Map(
        block
          .split('\n')
          .map((line) => line.split(': ', 2)[0] ?? '')
          .map((name) => [name, block]),
      );
      const event = /^event: (.*)$/m.exec(block)?.[1] ?? '';
      const payload = /^data: (.*)$/m.exec(block)?.[1];
      if (fields.size !== 2) throw new Error(`not an event: ${block}`);
      this.events.push({ event, ...(payload === undefined ? {} : { payload }) });
    }
  }

  close(): void {
    this.answer.destroy();
  }
}
