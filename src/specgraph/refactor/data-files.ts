/** Which files beside the documents follow a refactoring. */
import ignore from 'ignore';
import type { RefactorProject } from './request.ts';

const DATA_FILE = /\.(?:ya?ml|json)$/;

/**
 * @param listed paths of the files in the folder of the set
 * @returns the configuration, the contracts, and the YAML and JSON files that are not excluded
 */
export function dataFilesOf(
  { corpus, config, configFile, contracts }: RefactorProject,
  listed: readonly string[],
): string[] {
  const excluded = ignore().add(config.exclude ?? []);
  const below = (path: string): string =>
    corpus.root === '.' ? path : path.slice(path.startsWith(`${corpus.root}/`) ? corpus.root.length + 1 : 0);
  const beside = listed.filter(
    (path) => DATA_FILE.test(path) && !excluded.ignores(below(path)) && !corpus.tree.isIgnored?.(path),
  );
  return [...new Set([...(configFile ? [configFile] : []), ...contracts.map(({ file }) => file), ...beside])];
}
