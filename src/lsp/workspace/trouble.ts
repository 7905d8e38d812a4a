/** Why a set cannot be read, at the place where it can be repaired. */
import path from 'node:path';
import { UsageError } from '#specgraph/usage-error';

export interface Trouble {
  message: string;
  /** Absolute path of the configuration or contract that is wrong; absent where the message names none. */
  file?: string;
  /** 1-based; the first line unless the message names another. */
  line: number;
}

const FILE_AND_LINE =
  /^(?:the contract )?(?<file>\S+?\.(?:ts|mjs|js|json|ya?ml|md))(?::(?<line>\d+))?(?=[\s:])/;

/** @returns undefined for an error that is a defect of the program */
export function troubleOf(error: unknown, cwd: string): Trouble | undefined {
  if (!(error instanceof UsageError)) return undefined;
  const { file, line } = FILE_AND_LINE.exec(error.message)?.groups ?? {};
  return {
    message: error.hint ? `${error.message}; ${error.hint}` : error.message,
    file: file === undefined ? undefined : path.resolve(cwd, file),
    line: Number(line ?? 1),
  };
}
