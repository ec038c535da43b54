import { useEffect, useRef } from 'react';
import { keyName, nextSequence, sequenceTime, takesText, type KeyName } from './keymap.js';

/** Returning false lets an older layer, or the browser, have the key. */
type Action = (event: KeyboardEvent) => boolean | void;
export type Keys = Partial<Record<KeyName, Action>>;

const layers: { current: Keys }[] = [];
let enabled = true;
let pending: { key: string; at: number } | null = null;

/** The personal setting: letters alone do something, or only the keys of the platform do. */
export function enableSingleKeys(on: boolean): void {
  enabled = on;
  // Keys that do nothing are not shown either.
  document.documentElement.toggleAttribute('data-keys-off', !on);
}

export function singleKeysEnabled(): boolean {
  return enabled;
}

/** True after the first key of a sequence: the next one belongs to it, whatever has the focus. */
export function sequenceIsOpen(now: number): boolean {
  return pending !== null && now - pending.at < sequenceTime;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target && takesText(target.tagName, target.getAttribute('type'), target.isContentEditable)) return;
  // Open menus and dialogs have their own keys.
  if (target?.closest('[role=menu],[role=dialog],[role=alertdialog],[role=listbox]')) return;
  const name = keyName(event);
  if (!name || (name.length <= 7 && isSingle(name) && !enabled)) return;
  const step = nextSequence(pending, name, event.timeStamp);
  pending = step.pending;
  for (const layer of [...layers].reverse()) {
    const action = layer.current[step.look];
    if (action && action(event) !== false) {
      event.preventDefault();
      return;
    }
  }
}

function isSingle(name: KeyName): boolean {
  return name.length === 1 || name === 'Shift+.';
}

/** Keys that act while this component is on the page and no field has the focus; the newest layer is asked first. */
export function useKeys(keys: Keys): void {
  const layer = useRef(keys);
  useEffect(() => {
    layer.current = keys;
  });
  useEffect(() => {
    if (layers.length === 0) addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
