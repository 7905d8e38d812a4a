/** Finds the program that serves a folder: the setting, then the packages of the folder, then the PATH. */

/** How the server is started. */
export interface ServerCommand {
  command: string;
  args: string[];
}

/** Where npm puts the program into a project, and where the repository of specgraph has it. */
const SCRIPTS = ['node_modules/specgraph/lib/cli/bin.js', 'scripts/specgraph.mjs'];
/** A Node of the project itself, from the npm package `node`. */
const OWN_NODE = 'node_modules/node/bin/node';
const ARGUMENTS = ['lsp', '--stdio'];

export interface Surroundings {
  /** The setting `specgraph.command`: a program and its arguments; empty where nothing is set. */
  setting: readonly string[];
  /** Absolute paths of the folders of the workspace. */
  folders: readonly string[];
  /** Joins the parts of a path. */
  join(...parts: string[]): string;
  isFile(path: string): boolean;
}

export function findServer({ setting, folders, join, isFile }: Surroundings): ServerCommand {
  const [program, ...args] = setting;
  if (program !== undefined) return { command: program, args: [...args, ...ARGUMENTS] };
  for (const folder of folders) {
    const script = SCRIPTS.map((one) => join(folder, one)).find(isFile);
    if (script === undefined) continue;
    const node = join(folder, OWN_NODE);
    return { command: isFile(node) ? node : 'node', args: [script, ...ARGUMENTS] };
  }
  return { command: 'specgraph', args: ARGUMENTS };
}
