import type { firstShapes } from './icon-shapes-first.js';
import type { moreShapes } from './icon-shapes-more.js';

export type IconName = keyof typeof firstShapes | keyof typeof moreShapes;
