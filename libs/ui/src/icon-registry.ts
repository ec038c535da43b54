import type { IconName } from './icon-shapes.js';
import { firstShapes } from './icon-shapes-first.js';

const known: Partial<Record<IconName, string>> = { ...firstShapes };

/** Makes more icons known, so that the first load holds only the ones it draws. Call it before anything draws them. */
export function addIcons(shapes: Partial<Record<IconName, string>>): void {
  Object.assign(known, shapes);
}

export function shapeOf(name: IconName): string | undefined {
  return known[name];
}
