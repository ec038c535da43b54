const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Names that tools and readers look for as they are. */
const customary = /^(README\.md|LICENSE(-[A-Z]+\.txt)?|NOTICE|CONTRIBUTING\.md|CHANGELOG\.md|Dockerfile)$/;

/** File and folder names are kebab-case: one spelling, found on the first try, the same on every file system. */
export function findBadNames(files) {
  return files
    .filter(({ path }) => {
      const parts = path.split('/');
      return parts.some((part, index) => !kebab.test(part) && !(index === parts.length - 1 && customary.test(part)));
    })
    .map(({ path }) => `${path}: write the name in kebab-case`);
}
