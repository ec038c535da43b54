import type { Visibility } from '@roost/contracts';

/** A post before it is stored. Moments are milliseconds since 1970. */
export interface DemoPost {
  author: string;
  text: string;
  language: 'en' | 'fr';
  visibility: Visibility;
  at: number;
  answers: DemoPost | null;
  picture: string | null;
  /** How many should like and boost it; as many as are there for it do. */
  likes: number;
  boosts: number;
}
