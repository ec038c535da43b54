import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What a project may lean on, by its own side. */
const allowed = { web: ['web', 'both'], server: ['server', 'both'], both: ['both'] };
const sideOf = (project) => project.tags.filter((tag) => tag.startsWith('side:')).map((tag) => tag.slice(5));

/** Every workspace with its Nx tags and the workspaces its manifest names. */
export function readProjects(folder) {
  const manifests = readJson(join(folder, 'package.json')).workspaces.flatMap((pattern) =>
    globSync(`${pattern}/package.json`, { cwd: folder }).sort(),
  );
  const projects = manifests.map((path) => {
    const at = path.replace(/[\\/]package\.json$/, '');
    const manifest = readJson(join(folder, path));
    const projectFile = join(folder, at, 'project.json');
    return { at, name: manifest.name, tags: existsSync(projectFile) ? (readJson(projectFile).tags ?? []) : [], manifest };
  });
  const byName = new Map(projects.map((project) => [project.name, project]));
  const ours = (dependencies) => Object.keys(dependencies ?? {}).flatMap((name) => byName.get(name) ?? []);
  return projects.map((project) => ({
    ...project,
    uses: ours(project.manifest.dependencies),
    usesAtWork: ours(project.manifest.devDependencies),
  }));
}

/** Nx tags against the manifests: one side each, no lean across sides, nothing shipped on the test layer. */
export function findTagFaults(projects) {
  return projects.flatMap((project) => {
    const sides = sideOf(project);
    if (sides.length !== 1 || !(sides[0] in allowed))
      return [`${project.at}/project.json: tag it side:web, side:server or side:both, once`];
    const isTest = project.tags.includes('layer:test');
    const across = [...project.uses, ...project.usesAtWork]
      .filter((other) => !allowed[sides[0]].includes(sideOf(other)[0]) && !other.tags.includes('layer:test'))
      .map(
        (other) =>
          `${project.at}/package.json: side:${sides[0]} may not use ${other.name}, which is side:${sideOf(other).join()}`,
      );
    const onTest = project.uses
      .filter((other) => !isTest && other.tags.includes('layer:test'))
      .map((other) => `${project.at}/package.json: shipped code may not depend on ${other.name}, which is layer:test`);
    return [...across, ...onTest];
  });
}
