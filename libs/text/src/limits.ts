/** User-perceived characters a post may hold, its content warning included. */
export const MAX_LENGTH = 140;
/** What every web address counts, short or long; announced to apps as `characters_reserved_per_url`. */
export const LINK_LENGTH = 23;
/** Code points a post may hold in all, so that counting by perceived characters opens no door for byte bombs. */
export const MAX_CODE_POINTS = 2000;
/** Code points one perceived character may hold: above every real emoji sequence (11), below towers of accents. */
export const MAX_GRAPHEME_CODE_POINTS = 16;
/** Code points in a hashtag, as written and as a key. */
export const MAX_TAG_CODE_POINTS = 100;
/** Perceived characters in a display name. */
export const MAX_DISPLAY_NAME_LENGTH = 50;
/** Characters in a handle. */
export const MIN_HANDLE_LENGTH = 2;
export const MAX_HANDLE_LENGTH = 30;
