/** The only place that reads the environment; everything else receives checked settings. */
export function readEnvironment(): Record<string, string | undefined> {
  return { ...process.env };
}
