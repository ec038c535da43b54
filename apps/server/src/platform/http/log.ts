import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import type { Settings } from '../../config/settings.js';

/** Names whose values never reach a log, wherever they stand. */
const SECRETS = [
  'password',
  'current_password',
  'token',
  'access_token',
  'client_secret',
  'code',
  'code_verifier',
  'authorization',
  'cookie',
  'secret',
];

export function createLogger(settings: Pick<Settings, 'logLevel' | 'development'>): pino.Logger {
  return pino({
    level: settings.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  });
}

/** Nest's log lines in pino's form. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: pino.Logger) {}
  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    // Nest repeats why it could not listen; main.ts says that in one sentence, with the cure.
    if (typeof message === 'string' && message.startsWith('Error: listen ')) return;
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal', message: unknown, rest: unknown[]): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const context = texts.at(-1);
    const facts = typeof message === 'object' && message !== null && !(message instanceof Error) ? message : {};
    const text =
      message instanceof Error ? (message.stack ?? message.message) : typeof message === 'string' ? message : (texts[0] ?? '');
    this.pino[level]({ ...facts, ...(context === undefined ? {} : { context }) }, text);
  }
}
