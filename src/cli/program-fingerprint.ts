/** Tells one state of the program from any other, so that a changed program gives no answer of an earlier one. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `src/` of the repository, or `lib/` of the package. */
const CODE_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** The rooms that decide what is found. */
const ROOMS = ['specgraph', 'profiles', 'cli'];

/**
 * The version of Node, the version of the package, and the state of each of its modules and of each package that it
 * depends on. All files of an installed package have the same time, so the version and the time of the last change of
 * the file's data on this machine count too.
 * @param codeFolder the folder of the modules, below that of the package
 */
export function programFingerprint(codeFolder = CODE_FOLDER): string {
  const packageFolder = path.dirname(path.resolve(codeFolder));
  const manifest = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const modules = ROOMS.flatMap((room) =>
    readdirSync(path.join(codeFolder, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
      .map((name) => `${room}/${name} ${stateOf(path.join(codeFolder, room, name))}`),
  );
  const packages = Object.keys(manifest.dependencies).map(
    (name) => `${name} ${stateOfPackage(name, packageFolder)}`,
  );
  return [process.version, manifest.version, ...modules.sort(), ...packages].join('\n');
}

/** Changes whenever the file is written; empty where it does not exist. */
function stateOf(file: string): string {
  const info = statSync(file, { throwIfNoEntry: false });
  return info ? `${info.size} ${info.mtimeMs} ${info.ctimeMs}` : '';
}

/** The state of a package's manifest, which every installation of another version writes anew. */
function stateOfPackage(name: string, from: string): string {
  for (let at = from; ; at = path.dirname(at)) {
    const state = stateOf(path.join(at, 'node_modules', name, 'package.json'));
    if (state !== '' || path.dirname(at) === at) return state;
  }
}
