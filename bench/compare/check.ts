/** The checker against markdownlint and remark-validate-links, on Markdown that others wrote. */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, runNode } from '../process.ts';
import { PEERS } from './peers.ts';
import { duration, timesOurs, type Row } from './row.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MODULES = path.join(ROOT, 'node_modules');

/**
 * The Markdown of all installed packages, and of the folder that SPECGRAPH_CORPUS names.
 * @param work an empty folder
 */
export function compareCheck(work: string, runs: number): Row[] {
  const corpora: [name: string, folder: string, from: string][] = [
    ['the Markdown of the installed packages', path.join(work, 'packages'), MODULES],
  ];
  const given = process.env.SPECGRAPH_CORPUS;
  if (given && existsSync(given)) corpora.push(['public specifications', path.join(work, 'public'), given]);
  return corpora.map(([name, folder, from]) => {
    const bytes = copyMarkdown(from, folder);
    const own = timeOf(
      runs,
      [path.join(ROOT, 'scripts/specgraph.mjs'), 'check', '.', '--no-cache', '--format', 'json'],
      folder,
    );
    const lint = timeOf(
      runs,
      [path.join(PEERS, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
      folder,
    );
    const remark = timeOf(runs, remarkArguments(folder), folder);
    return {
      what: `check of ${name} (${globSync('**/*.md', { cwd: folder }).length} files, ${(bytes / 1e6).toFixed(1)} MB)`,
      ours: duration(own),
      others: [
        `remark-validate-links ${timesOurs(remark, own, duration(remark))}`,
        `markdownlint ${timesOurs(lint, own, duration(lint))}, which checks the form and links within a file`,
      ].join('; '),
      command: 'npm run compare -- check',
    };
  });
}

function timeOf(runs: number, args: readonly string[], folder: string): number {
  // A first run shows that the program works at all, and fills the disk's cache: findings have the status 1.
  const { stderr } = runNode(args, folder);
  if (/Cannot find (?:module|package)|SyntaxError/.test(stderr)) throw new Error(stderr.slice(0, 2000));
  return median(Array.from({ length: runs }, () => runNode(args, folder).milliseconds));
}

function copyMarkdown(from: string, to: string): number {
  mkdirSync(path.join(to, '.git'), { recursive: true });
  let bytes = 0;
  for (const entry of globSync('**/*.md', { cwd: from, exclude: ['**/.git/**'], withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.relative(from, path.join(entry.parentPath, entry.name));
    // The folder has another name in the copy: most programs pass over "node_modules".
    const target = path.join(to, file.replaceAll('node_modules', 'packages'));
    cpSync(path.join(from, file), target, { dereference: true });
    bytes += readFileSync(target).length;
  }
  return bytes;
}

function remarkArguments(folder: string): string[] {
  const settings = `${folder}-remark.json`;
  const [gfm, links] = ['remark-gfm/index.js', 'remark-validate-links/index.js'].map((file) =>
    path.join(PEERS, 'node_modules', file),
  );
  writeFileSync(
    settings,
    JSON.stringify({ plugins: [gfm, [links, { repository: false, root: `${folder}/` }]] }),
  );
  return [
    path.join(PEERS, 'node_modules/remark-cli/cli.js'),
    '.',
    '--quiet',
    '--no-stdout',
    '--no-config',
    '--no-ignore',
    '--rc-path',
    settings,
  ];
}
