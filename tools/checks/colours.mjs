const stylesheet = /^(apps\/web|libs\/ui)\/.*\.css$/;
const component = /^(apps\/web|libs\/ui)\/.*\.tsx$/;
const tokens = 'libs/ui/src/tokens.css';

const names =
  'aqua|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|sienna|silver|tan|teal|tomato|turquoise|violet|white|yellow';
const raw = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(|(?<![\\w-])(?:(?:dark|light|medium|pale|deep)?(?:${names}))(?![\\w-])`,
  'i',
);
const inMarkup =
  /\b(?:fill|stroke|color|background|backgroundColor|borderColor|stopColor)(?:=\{?|:\s*)['"`](#[0-9a-f]{3,8}|(?:rgb|hsl|oklch)a?\([^'"`]*)['"`]/gi;

/** Blanks what is no value, keeping the line numbers. */
function valuesOnly(css) {
  const blank = (text) => text.replace(/[^\n]/g, ' ');
  return css
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/url\([^)]*\)|"[^"\n]*"|'[^'\n]*'/g, blank)
    .replace(/[^{};]*\{/g, blank);
}

/**
 * Colours stand in tokens.css alone, where both themes and their contrast are seen at one glance;
 * a raw colour elsewhere is right in one theme and wrong in the other.
 */
export function findRawColours(files) {
  const findings = [];
  const report = (path, line, colour) => findings.push(`${path}:${line}: ${colour} is a raw colour; use a token of ${tokens}`);
  for (const { path, read } of files) {
    if (stylesheet.test(path) && path !== tokens) {
      valuesOnly(read())
        .split('\n')
        .forEach((line, index) => {
          for (const declaration of line.split(';')) {
            const value = declaration.includes(':') ? declaration.slice(declaration.indexOf(':') + 1) : declaration;
            const found = raw.exec(value);
            if (found) report(path, index + 1, found[0]);
          }
        });
    }
    if (component.test(path)) {
      const text = read();
      for (const found of text.matchAll(inMarkup)) report(path, text.slice(0, found.index).split('\n').length, found[1]);
    }
  }
  return findings;
}
