/** Search params come from people and old links: what is not understood is left out, never an error page. */
export function oneOf<const T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.includes(value as T) ? (value as T) : undefined;
}

/** A text; the router reads `?q=2026` as a number, which is given back as it was typed. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function trueOnly(value: unknown): true | undefined {
  return value === true || value === 'true' || value === 1 ? true : undefined;
}
