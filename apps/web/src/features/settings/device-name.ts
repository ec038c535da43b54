/** Newest names first: most browsers also claim to be the ones below them. */
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'macOS'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bLinux\b/u, 'Linux'],
];

const find = (list: [RegExp, string][], text: string) => list.find(([mark]) => mark.test(text))?.[1] ?? null;

/** Browser and system that a User-Agent header names, for people; null for what it does not say. */
export function deviceName(userAgent: string): { browser: string | null; system: string | null } {
  return { browser: find(browsers, userAgent), system: find(systems, userAgent) };
}
