/** A half-open range `[start, end)` counted in code points of the normalised text, never in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** `handle` is lower-case and without its domain; whether such an account exists is for the caller to know. */
export interface MentionEntity extends Range {
  type: 'mention';
  handle: string;
}

/** `name` is the identity (see `tagKey`), `written` what stands in the text after the sign. */
export interface TagEntity extends Range {
  type: 'tag';
  name: string;
  written: string;
}

/** `url` is the text of the range with its scheme in lower case: always `http://` or `https://`. */
export interface LinkEntity extends Range {
  type: 'link';
  url: string;
}

export type Entity = MentionEntity | TagEntity | LinkEntity;

export interface ParsedText {
  /** The normalised text: what is stored, and what the ranges count in. */
  text: string;
  /** Sorted by start, never overlapping. */
  entities: Entity[];
  /** Perceived characters, each link counting `LINK_LENGTH`. */
  length: number;
  codePoints: number;
}

export interface ParseOptions {
  /** The host people see in handles here: `@ann@this.host` is then a mention of ann. Any other `@user@host` stays plain text. */
  domain?: string;
}
