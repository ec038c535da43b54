/** What the doctor found about one thing. */
export interface Finding {
  topic: string;
  state: 'ok' | 'problem';
  text: string;
}

export function ok(topic: string, text: string): Finding {
  return { topic, state: 'ok', text };
}

/** @param text what is wrong, then the cure */
export function problem(topic: string, text: string): Finding {
  return { topic, state: 'problem', text };
}

export function sayFinding({ topic, state, text }: Finding): string {
  return `${state.padEnd(7)}  ${topic}: ${text}`;
}
