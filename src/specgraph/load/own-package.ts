/**
 * Lets a configuration import `specgraph`, and the profiles of `specgraph/profiles/…`, wherever it stands. It gets the
 * modules of the program that reads it: the package need not be installed beside it, and is never loaded a second time.
 * A file that imports or exports is a module, also in a project that `npm init` calls one of CommonJS, and in one that
 * does not say what it is, where Node would find out and warn.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

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
      if (url) return { url, shortCircuit: true };
      const found = nextResolve(specifier, context);
      const format = moduleFormat(found);
      return format === undefined ? found : { ...found, format };
    },
  });
}

/** How Node calls files that it takes for CommonJS, and how it calls the same as modules. */
const AS_MODULE: Readonly<Record<string, string>> = {
  'commonjs-typescript': 'module-typescript',
  commonjs: 'module',
};
/** How Node calls modules that have these endings; it leaves open what they are where nothing says it. */
const BY_ENDING: Readonly<Record<string, string>> = { ts: 'module-typescript', js: 'module' };

/**
 * The format of a file that Node takes for CommonJS, or does not know, but that is written as a module; undefined for any
 * other.
 */
function moduleFormat({ url, format }: { url: string; format?: string | null }): string | undefined {
  const name = format ? AS_MODULE[format] : BY_ENDING[/\.(\w+)(?:\?|$)/.exec(url)?.[1] ?? ''];
  if (name === undefined || !url.startsWith('file:') || url.includes('/node_modules/')) return undefined;
  try {
    const text = readFileSync(fileURLToPath(url), 'utf8');
    return /^\s*(?:import\b[^(]*['"]|export\b)/m.test(text) ? name : undefined;
  } catch {
    return undefined;
  }
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
