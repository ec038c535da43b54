import type { Command } from './command.js';
import { createAdmin } from './create-admin.js';
import { demo } from './demo.js';
import { doctor } from './doctor.js';
import { mail } from './mail.js';

/** Every command, in the order in which they are listed. */
export const COMMANDS: Record<string, Command> = {
  'create-admin': createAdmin,
  demo,
  mail,
  doctor,
};
