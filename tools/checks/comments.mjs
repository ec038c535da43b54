const source = /\.(ts|tsx|mjs|css|sql|sh|ya?ml|html)$|(^|\/)Dockerfile$/;
const mark = /\b(TODO|FIXME|HACK|XXX)\b(?!\(#\d+\))/;
/** The check and its tests must name what they look for. */
const inOwnWords = new Set(['tools/checks/comments.mjs', 'tools/checks/house-rules.spec.mjs']);

/** A reminder names its issue, as in `TODO(#123)`; without one it is a wish that nobody will grant. */
export function findLooseReminders(files) {
  return files
    .filter(({ path }) => source.test(path) && !inOwnWords.has(path))
    .flatMap(({ path, read }) =>
      read()
        .split('\n')
        .flatMap((line, index) => {
          const found = mark.exec(line);
          return found ? [`${path}:${index + 1}: ${found[1]} names no issue; write ${found[1]}(#123) or do it`] : [];
        }),
    );
}
