/** Builds both sites from the current documents: ours, and one with Starlight. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  if (!existsSync(path.join(HERE, 'node_modules/@astrojs/starlight'))) {
    log('installing Starlight and Lighthouse');
    run('npm', ['ci', '--no-audit', '--no-fund']);
  }
  writeContent();
  log("building Starlight's site");
  run(path.join(HERE, 'node_modules/.bin/astro'), ['build']);
  log('building ours');
  const ours = path.join(ROOT, '.cache/bench-site');
  buildSite(ours);
  return { ours, starlight: path.join(ROOT, '.cache/starlight') };
}

/** The documents with the front matter that Starlight needs; it shows the title itself. */
function writeContent(): void {
  const folder = path.join(HERE, 'src/content/docs/spec');
  rmSync(path.join(HERE, 'src/content'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const id of DOCUMENTS) {
    const text = readFileSync(path.join(SPEC, `${id}.md`), 'utf8');
    const [heading, title] = /^# (.+)\n/m.exec(text) ?? ['', id];
    const body = text
      .replace(heading, '')
      .replaceAll(/\]\((?!https?:)([\w-]+)\.md(#[^)]*)?\)/g, '](/spec/$1/$2)');
    writeFileSync(path.join(folder, `${id}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`);
  }
  writeFileSync(
    path.join(folder, '../index.md'),
    '---\ntitle: Flower on OpenNebula\n---\nThe specification.\n',
  );
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
