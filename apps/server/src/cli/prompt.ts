import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandProblem } from './command.js';

/** Asks a question in the terminal. @throws CommandProblem when there is none */
export async function ask(question: string, missing: string): Promise<string> {
  demandTerminal(missing);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

/** Asks without showing what is typed. @throws CommandProblem when there is no terminal */
export async function askSecret(question: string, missing: string): Promise<string> {
  demandTerminal(missing);
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}

/** Everything on the standard input, without the line break at its end. */
export async function readInput(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

function demandTerminal(missing: string): void {
  if (!process.stdin.isTTY) throw new CommandProblem(`${missing} is missing, and there is no terminal to ask in.`);
}
