/**
 * Lets a configuration import `specgraph`, and the profiles of `specgraph/profiles/…`, wherever it stands. It gets the
 * modules of the program that reads it: the package need not be installed beside it, and is never loaded a second time.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';

/** The folder that holds package.json: above `src/specgraph/load/` and above `lib/specgraph/load/`. */
const PACKAGE_FOLDER = new URL('../../../', import.meta.url);
const IS_SOURCE = import.meta.url.endsWith('.ts');

interface Manifest {
  name: string;
  exports: Record<string, string | { default: string }>;
}

let isRegistered = false;

/** Registers the resolution of the package's own name. An older Node has no such hooks: the package must be installed. */
export function provideOwnPackage(): void {
  if (isRegistered || !nodeModule.registerHooks) return;
  isRegistered = true;
  const manifest = JSON.parse(readFileSync(new URL('package.json', PACKAGE_FOLDER), 'utf8')) as Manifest;
  nodeModule.registerHooks({
    resolve(specifier, context, nextResolve) {
      const url = ownModule(specifier, manifest);
      return url ? { url, shortCircuit: true } : nextResolve(specifier, context);
    },
  });
}

/** The URL of a module of the package; undefined for a specifier of anything else. */
function ownModule(specifier: string, { name, exports }: Manifest): string | undefined {
  if (specifier !== name && !specifier.startsWith(`${name}/`)) return undefined;
  const path = `.${specifier.slice(name.length)}`;
  for (const [key, target] of Object.entries(exports)) {
    const [head, tail] = key.split('*');
    const isMatch = tail === undefined ? key === path : path.startsWith(head) && path.endsWith(tail);
    if (!isMatch) continue;
    const file = (typeof target === 'string' ? target : target.default).replace('*', path.slice(head.length));
    const url = new URL(
      IS_SOURCE ? file.replace(/^\.\/lib\/(.*)\.js$/, './src/$1.ts') : file,
      PACKAGE_FOLDER,
    );
    return existsSync(url) ? url.href : undefined;
  }
  return undefined;
}
