/** Limits that the server enforces and advertises; both instance documents are made from these. */
export const LIMITS = {
  statusCharacters: 140,
  charactersPerUrl: 23,
  mediaPerStatus: 4,
  mediaDescription: 1500,
  imageBytes: 10 * 1024 * 1024,
  imagePixels: 24_000_000,
  pinnedStatuses: 5,
  displayName: 50,
  note: 500,
  fields: 4,
  fieldName: 50,
  fieldValue: 255,
} as const;

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const;
