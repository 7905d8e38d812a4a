/** The programs that specgraph is compared with; they are installed when a comparison first needs them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folder in which the peers are installed. */
export const PEERS = path.join(import.meta.dirname, 'peers');

export interface Installed {
  packages: number;
  megabytes: number;
}

/** Packages with everything that they need, as they are installed in a folder of packages. */
export function installedSize(modules: string, names: readonly string[]): Installed {
  const found = new Map<string, number>();
  const waiting = names.map((name) => ({ name, from: modules }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = [path.join(next.from, 'node_modules', next.name), path.join(modules, next.name)].find(
      (one) => existsSync(path.join(one, 'package.json')),
    );
    if (!folder || found.has(folder)) continue;
    found.set(folder, bytesIn(folder));
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >;
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
      waiting.push({ name, from: folder });
  }
  const bytes = [...found.values()].reduce((sum, size) => sum + size, 0);
  return { packages: found.size, megabytes: bytes / 1e6 };
}

/** Without the packages that are nested in it. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.isSymbolicLink())
    .reduce((sum, entry) => {
      const file = path.join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesIn(file) : statSync(file).size);
    }, 0);
}
