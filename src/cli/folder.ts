/** The folder that a command reads: every command takes it as `--dir`, and those without other operands also as an operand. */
import { UsageError } from '#specgraph/usage-error';
import type { OptionTable, ParsedArguments } from './options.ts';

/** The folder that is read when the user names none. */
export const DEFAULT_FOLDER = 'spec';

/** The switch of the commands whose operands name something else. */
export const DIR = {
  value: 'DIR',
  about: 'folder of the documents; default spec, or this folder where there is no spec',
} as const;

/** The options of a command; where its operand is the folder, `--dir` names it as well. */
export function optionsOf({ operands, options }: { operands: string; options: OptionTable }): OptionTable {
  const isOperand = /\bDIR\b/.test(operands);
  return isOperand ? { ...options, dir: { value: 'DIR', about: 'the same as the operand DIR' } } : options;
}

/**
 * Turns `--dir` into the operand that it stands for.
 * @throws UsageError where an operand names a folder or file as well
 */
export function withFolderOperand(
  { operands }: { operands: string },
  given: ParsedArguments,
): ParsedArguments {
  const { dir, ...options } = given.options as Record<string, string | undefined>;
  if (dir === undefined || !/\bDIR\b/.test(operands)) return given;
  const other = given.operands.find((operand) => !operands.split(/[[\]| ]+/).includes(operand));
  if (other !== undefined && other !== dir)
    throw new UsageError(`${other} and --dir ${dir} both say what is read`, 'keep one');
  const rest = given.operands.filter((operand) => operand !== dir);
  return { ...given, options: options as ParsedArguments['options'], operands: [...rest, dir] };
}

/**
 * Reads the folder that `--dir` names; without it "spec", or the folder in which the command runs where there is no "spec".
 * @throws UsageError as `read` does
 */
export async function readFolder<T>(
  dir: string | undefined,
  read: (folder: string) => Promise<T>,
): Promise<T> {
  try {
    return await read(dir ?? DEFAULT_FOLDER);
  } catch (error) {
    const isMissing = error instanceof UsageError && error.message === `${DEFAULT_FOLDER} does not exist`;
    if (dir !== undefined || !isMissing) throw error;
    return read('.');
  }
}
