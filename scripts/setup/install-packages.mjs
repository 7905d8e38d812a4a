// Installs the packages of package-lock.json. Plain JavaScript that runs on Node 18, before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNpm, isAtLeast, isInRanges } from './find-npm.mjs';
import { missingPackages, rangesOfNatives, thisMachine } from './missing-packages.mjs';
import { ROOT, run, starts, withProgramsOf } from './run.mjs';

/** Folder of the Node that installs everything else. It is removed afterwards. */
const FIRST_NODE = path.join(ROOT, '.cache', 'first-node');
/** Lists packages that npm left out although the right Node ran it, one on each line. They are not requested again. */
const LEFT_OUT = path.join(ROOT, 'node_modules', '.left-out');
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Runs `npm ci` unless the installed packages are those of the lockfile. Throws an Error with one clear sentence. */
export function installPackages() {
  const acceptedAsMissing = existsSync(LEFT_OUT) ? readFileSync(LEFT_OUT, 'utf8').split('\n') : [];
  if (notInstalled().some((place) => !acceptedAsMissing.includes(place))) {
    const folder = folderOfNode();
    console.log('Installing packages (npm ci) …');
    if (npm(folder, ['ci', ...QUIET], ROOT) !== 0)
      throw new Error('npm ci failed; the messages above say why.');
    rmSync(FIRST_NODE, { recursive: true, force: true });
    writeFileSync(LEFT_OUT, notInstalled().join('\n'));
  }
  completeNode(ROOT);
}

function notInstalled() {
  const list = path.join(ROOT, 'node_modules', '.package-lock.json');
  const installed = existsSync(list) ? readJson(list).packages : {};
  const locked = readJson(path.join(ROOT, 'package-lock.json')).packages;
  const versionOf = (place) => (existsSync(path.join(ROOT, place)) ? installed[place]?.version : undefined);
  return missingPackages(locked, versionOf, thisMachine());
}

/**
 * The folder whose Node runs npm; none where the running Node can do it. Under an older Node, npm leaves native packages
 * out without a message.
 */
function folderOfNode() {
  const version = readJson(path.join(ROOT, 'package.json')).devDependencies.node;
  const running = process.versions.node;
  const natives = rangesOfNatives(readJson(path.join(ROOT, 'package-lock.json')).packages, thisMachine());
  if (isAtLeast(running, version) || isInRanges(findNpm(process.env), running, natives)) return undefined;
  console.log(`Installing Node ${version}, which installs the rest; this is Node ${running} …`);
  mkdirSync(FIRST_NODE, { recursive: true });
  writeFileSync(
    path.join(FIRST_NODE, 'package.json'),
    JSON.stringify({ private: true, dependencies: { node: version }, allowScripts: { node: true } }),
  );
  npm(undefined, ['install', '--no-package-lock', ...QUIET], FIRST_NODE);
  completeNode(FIRST_NODE);
  return FIRST_NODE;
}

/** Gives the package `node` of a folder its program, which an npm that runs no install scripts leaves out. */
function completeNode(folder) {
  const node = nodeOf(folder);
  if (starts(node)) return;
  npm(undefined, ['rebuild', 'node', '--loglevel=error'], folder);
  if (!starts(node))
    throw new Error(
      `Node was not installed (${path.relative(ROOT, node)}); "npm rebuild node" in ${folder} says why.`,
    );
}

function nodeOf(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(folder, 'node_modules', 'node', 'bin', name);
}

/**
 * Runs npm in a folder.
 * @param {string | undefined} nodeFolder the folder whose package `node` runs it; undefined for the running Node
 * @returns {number | null} its exit status
 */
function npm(nodeFolder, args, cwd) {
  const program = findNpm(process.env);
  if (!nodeFolder || !program) return run('npm', args, { cwd }).status;
  // Install scripts start `node` and `npm` by name: they too get the new Node.
  return run(nodeOf(nodeFolder), [program, ...args], { cwd, env: withProgramsOf(nodeFolder) }).status;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
