import { parseText } from './parse-text.js';

/** The length people are told: perceived characters after normalising, each web address counting `LINK_LENGTH`. */
export function measure(text: string): number {
  return parseText(text).length;
}
