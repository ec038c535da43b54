/** Makes the migrated database that tests copy, or finds it made. See template.mjs. */
export function makeTemplate(): Promise<void>;
