import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandProblem } from './command.js';

/** Reads a command's options. @throws CommandProblem naming the one that is wrong */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new CommandProblem(error instanceof Error ? error.message : String(error));
  }
}
