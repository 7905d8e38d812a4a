import { parse } from 'unbash';
import type { CodeFault } from '../../model/index.ts';

/** POSIX shell and Bash. */
export function parseShell(code: string): CodeFault | undefined {
  const [error] = parse(code).errors ?? [];
  return error && { offset: error.pos, reason: error.message.replaceAll("'", '"') };
}
