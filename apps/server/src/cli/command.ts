/** One word after `roost`. */
export interface Command {
  /** What it does, in half a line, for the list of commands. */
  summary: string;
  /** Its options, for `roost help <command>`. */
  usage: string;
  /** @returns the exit code. @throws CommandProblem for what the person can mend */
  run(args: string[]): Promise<number>;
}

/** Something the person at the keyboard can mend; the message is a sentence that says how. */
export class CommandProblem extends Error {}
