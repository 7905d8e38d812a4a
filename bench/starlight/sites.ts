/** Builds both sites from the current documents: ours, and one with Starlight. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from '../../tests/helpers/built-site.ts';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../..');
const SPEC = path.join(ROOT, 'spec');

/** Ids of the documents; both sites have them at `/spec/<id>/`. */
export const DOCUMENTS = readdirSync(SPEC)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length))
  .sort();

/** @returns the folder of each built site */
export function buildBoth(log: (line: string) => void): { ours: string; starlight: string } {
  prepareStarlight(log);
  log("building Starlight's site");
  const starlight = buildStarlight();
  log('building ours');
  return { ours: buildOurs(), starlight };
}

/** Installs Starlight where it is missing, and writes our documents as it wants them. */
export function prepareStarlight(log: (line: string) => void): void {
  installStarlight(log);
  writeStarlightContent(SPEC);
}

/** @returns the folder of the built site */
export function buildOurs(): string {
  const ours = path.join(ROOT, '.cache/bench-site');
  buildSite(ours);
  return ours;
}

/** The folder of Starlight's project. */
export const STARLIGHT = HERE;

export function installStarlight(log: (line: string) => void): void {
  if (existsSync(path.join(HERE, 'node_modules/@astrojs/starlight'))) return;
  log('installing Starlight and Lighthouse');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** @returns the folder of the built site */
export function buildStarlight(): string {
  run(path.join(HERE, 'node_modules/.bin/astro'), ['build']);
  return path.join(ROOT, '.cache/starlight');
}

/** Writes the documents of a folder with the front matter that Starlight needs; it shows the title itself. */
export function writeStarlightContent(source: string): void {
  const content = path.join(HERE, 'src/content/docs');
  rmSync(path.join(HERE, 'src/content'), { recursive: true, force: true });
  for (const name of globSync('**/*.md', { cwd: source })) {
    const target = path.join(content, 'spec', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, forStarlight(readFileSync(path.join(source, name), 'utf8'), name));
  }
  writeFileSync(
    path.join(content, 'index.md'),
    '---\ntitle: Flower on OpenNebula\n---\nThe specification.\n',
  );
}

/** @param name of the file, relative to the folder of the documents */
function forStarlight(text: string, name: string): string {
  const [heading, title] = /^# (.+)\n/m.exec(text) ?? ['', name];
  const folder = path.posix.join('/spec', path.posix.dirname(name));
  const body = text
    .replace(heading, '')
    .replaceAll(/\]\((?!https?:)([\w-]+)\.md(#[^)]*)?\)/g, `](${folder}/$1/$2)`);
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`;
}

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: HERE,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`.slice(-4000));
}
