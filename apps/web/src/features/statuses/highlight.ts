import { createContext } from 'react';

/** Finds what to mark in a text, as stretches of UTF-16 units in order. Null where nothing is looked for. */
export const Highlight = createContext<((text: string) => { start: number; end: number }[]) | null>(null);
