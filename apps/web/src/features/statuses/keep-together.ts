/** A number and its unit, with the single space between them that a line must not break. */
const measured =
  /\d(?:[\d.,:/]*\d)?[ \u00a0](?:°[CF]|%|€|£|\$|k?[mgWVJ]h?|[mckμ]?m[²³]?|[km]?[gl]|kWh|MWh|min|h|s|ms|t|pcs|bar|dB|px|[KMGT]B|Mbit\/s|am|pm)(?![\p{L}\p{N}])/gu;

/** Cuts plain text so that numbers with units can be drawn unbreakable; the parts re-join to the text. */
export function keepTogether(text: string): { text: string; keep: boolean }[] {
  const parts: { text: string; keep: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(measured)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), keep: false });
    parts.push({ text: match[0], keep: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), keep: false });
  return parts;
}
