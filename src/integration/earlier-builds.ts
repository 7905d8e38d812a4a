/** Keeps the work of a build for the next one, beside the installed packages. Another program starts with nothing. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EarlierWork, WorkKind } from '../payloads/earlier-work.ts';

/** `src/` of the repository and of the package. */
const CODE_FOLDER = fileURLToPath(new URL('..', import.meta.url));
/** The rooms that decide what articles, pictures and pages of rules look like. */
const ROOMS = ['integration', 'map', 'payloads', 'profiles', 'render', 'site', 'specgraph'];
/** Files in which package managers write the versions of everything that is installed. */
const INSTALLED = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];

export interface KeptBuild extends EarlierWork {
  /** Writes what this build made or recalled; what it did not need is forgotten. Does nothing where it cannot write. */
  save(): Promise<void>;
}

/**
 * @param root absolute path of the project
 * @param set absolute path of the folder of the documents: each set has work of its own
 * @returns undefined where no folder with packages is at or above the project
 */
export function earlierBuilds(root: string, set: string): KeptBuild | undefined {
  const packages = packagesAbove(root);
  if (packages === undefined) return undefined;
  const parent = path.join(packages, '.cache/specgraph');
  const prefix = `site-${digest(set).slice(0, 8)}-`;
  const folder = path.join(parent, prefix + programDigest(packages));
  const before = new Map<WorkKind, Record<string, string>>();
  const used = new Map<WorkKind, Map<string, string>>();
  const fileOf = (kind: WorkKind): string => path.join(folder, `${kind}.json`);
  const knownOf = (kind: WorkKind): Record<string, string> => {
    const known = before.get(kind) ?? readKept(fileOf(kind));
    before.set(kind, known);
    return known;
  };
  const keep = (kind: WorkKind, key: string, output: string): void =>
    void used.set(kind, (used.get(kind) ?? new Map<string, string>()).set(key, output));
  return {
    recall(kind, input) {
      const [key, known] = [digest(input), knownOf(kind)];
      if (!Object.hasOwn(known, key)) return undefined;
      keep(kind, key, known[key]);
      return known[key];
    },
    keep: (kind, input, output) => keep(kind, digest(input), output),
    async save() {
      try {
        await mkdir(folder, { recursive: true });
        for (const [kind, own] of used)
          if (hasChanged(own, knownOf(kind))) await writeWhole(fileOf(kind), Object.fromEntries(own));
        for (const name of await readdir(parent))
          if (name.startsWith(prefix) && name !== path.basename(folder))
            await rm(path.join(parent, name), { recursive: true, force: true });
      } catch {
        // The next build makes everything again.
      }
    },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** What is kept under a digest never changes. */
function hasChanged(own: ReadonlyMap<string, string>, before: Record<string, string>): boolean {
  const keys = Object.keys(before);
  return keys.length !== own.size || keys.some((key) => !own.has(key));
}

function readKept(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    // There is none, or another build was killed while it wrote.
    return {};
  }
}

async function writeWhole(file: string, content: object): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, JSON.stringify(content));
  await rename(temporary, file);
}

/** The nearest folder of packages; one that holds nothing but the caches of programs is none. */
function packagesAbove(from: string): string | undefined {
  for (let at = from; ; at = path.dirname(at)) {
    const packages = path.join(at, 'node_modules');
    if (namesIn(packages).some((name) => !name.startsWith('.') || INSTALLED.includes(name))) return packages;
    if (path.dirname(at) === at) return undefined;
  }
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

/** A digest of Node's version, the text of every module, and the versions of all packages. */
function programDigest(packages: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of ROOMS)
    for (const name of globSync('**/*.{ts,js,md}', { cwd: path.join(CODE_FOLDER, room) }).sort())
      hash.update(`\0${room}/${name}\0`).update(readFileSync(path.join(CODE_FOLDER, room, name)));
  for (const name of INSTALLED) hash.update(`\0${readText(path.join(packages, name))}`);
  return hash.digest('base64url').slice(0, 16);
}

function readText(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : '';
}
