/** Turns arguments into an exit status. Nothing here ends the process. */
import { UsageError } from '#specgraph/usage-error';
import { COMMANDS } from './commands/index.ts';
import type { Effects } from './effects.ts';
import { optionsOf, withFolderOperand } from './folder.ts';
import { nearestName, parseOptions } from './options.ts';

/**
 * Runs one command.
 * @param argv the arguments after the program's name
 * @returns 0: nothing at error level; 1: findings; 2: wrong usage, unreadable input or a bug of specgraph
 */
export async function run(argv: readonly string[], effects: Effects): Promise<number> {
  try {
    return await dispatch(argv, effects);
  } catch (error) {
    effects.stderr.write(await errorMessage(error, effects));
    return 2;
  }
}

async function dispatch(argv: readonly string[], effects: Effects): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = rest.find((word) => !word.startsWith('-'));
    if (topic) return dispatch([topic, '--help'], effects);
    (name === undefined ? effects.stderr : effects.stdout).write(
      (await import('./help.ts')).generalHelp(COMMANDS),
    );
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    effects.stdout.write(`${await (await import('./terminal-options.ts')).programVersion(effects)}\n`);
    return 0;
  }
  const entry = COMMANDS.find((command) => command.name === name);
  if (!entry) throw await unknownCommand(name);
  const command = await entry.load();
  const given = withFolderOperand(command, await parseOptions(command.name, rest, optionsOf(command)));
  if ('help' in given.options) {
    effects.stdout.write((await import('./help.ts')).commandHelp(command));
    return 0;
  }
  return command.run(given, effects);
}

async function unknownCommand(name: string): Promise<UsageError> {
  const meant = await nearestName(
    name,
    COMMANDS.map((command) => command.name),
  );
  const what = name.startsWith('-') ? 'option' : 'command';
  return new UsageError(
    `there is no ${what} ${name}`,
    meant ? `did you mean ${meant}?` : 'specgraph --help lists all',
  );
}

/** One line for a mistake of the user. A bug of specgraph is named as such; DEBUG=specgraph adds the stack. */
async function errorMessage(error: unknown, effects: Effects): Promise<string> {
  const { toPrintable } = await import('#specgraph/text/printable');
  const debug = effects.env.DEBUG?.split(',').includes('specgraph');
  if (error instanceof UsageError) {
    return `specgraph: ${toPrintable(error.message)}${error.hint ? `; ${toPrintable(error.hint)}` : ''}\n`;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isSystemError(error)) return `specgraph: ${toPrintable(message)}\n`;
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  return (
    `specgraph: a bug of specgraph, not of the documents: ${toPrintable(message)}` +
    `${stack ? '' : '; DEBUG=specgraph prints where it happened'}\n${stack}`
  );
}

/** Whether the operating system reported an error, such as a full disk or a missing permission. Its message names the file. */
function isSystemError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return SYSTEM_ERRORS.includes(code ?? '');
}

const SYSTEM_ERRORS = [
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EISDIR',
  'EMFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
];
