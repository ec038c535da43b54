import type { ComponentType } from 'react';

/** A component as it looks and behaves by itself: for building it, and for trying it with a keyboard. */
export interface Story {
  name: string;
  /** The components it shows; every one of the library stands in some story. */
  of: readonly string[];
  draw: ComponentType;
}
