import type common from '../app/common/common.messages.json';
import type shell from '../app/shell/shell.messages.json';

/** Every text a person can see, by meaning. A new file of messages adds its line here. */
export type MessageId = keyof typeof common | keyof typeof shell;
