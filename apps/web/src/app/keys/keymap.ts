/** A key as people press it: "n", "?", "Shift+.", "g h". Letters are lower case. */
export type KeyName = string;

interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The name of a press, or nothing when a modifier other than Shift is held: those belong to the browser. */
export function keyName(press: Press): KeyName | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.key.length > 1) return press.key;
  // On many layouts the dot with Shift gives another sign; both mean "new posts, keep place".
  if (press.shiftKey && (press.key === '>' || press.key === ':' || press.key === '.')) return 'Shift+.';
  return press.key.toLowerCase();
}

/** Milliseconds within which the second key of a sequence counts. */
export const sequenceTime = 1500;

/** Follows two-key sequences such as "g h": says what to look up now and what to remember. */
export function nextSequence(
  pending: { key: string; at: number } | null,
  name: KeyName,
  now: number,
): { look: KeyName; pending: { key: string; at: number } | null } {
  if (pending && now - pending.at < sequenceTime) return { look: `${pending.key} ${name}`, pending: null };
  if (name === 'g') return { look: name, pending: { key: name, at: now } };
  return { look: name, pending: null };
}

/** True where typing means text, so that single keys must not act. */
export function takesText(tagName: string, type: string | null, editable: boolean): boolean {
  if (editable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'].includes(type ?? 'text');
}
