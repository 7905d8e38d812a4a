import type { CodeFault } from '../../model/index.ts';

const ASSIGNMENT = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=\s*(.*)$/;
/** A value in quotes may be followed by a comment. */
const QUOTED = /^(["'`])(?:\\.|(?!\1).)*\1\s*(?:#.*)?$/;

/** A file of the form `NAME=value`, as the libraries of that name read it. A quoted value may go on over lines. */
export function parseDotenv(code: string): CodeFault | undefined {
  let offset = 0;
  let open: { quote: string; offset: number } | undefined;
  for (const line of code.split('\n')) {
    const fault = open ? undefined : faultOf(line);
    if (open) {
      if (line.includes(open.quote)) open = undefined;
    } else if (fault === 'open') open = { quote: valueOf(line)[0], offset };
    else if (fault) return { offset: offset + line.search(/\S/), reason: fault };
    offset += line.length + 1;
  }
  return open && { offset: open.offset, reason: 'the quotes of the value are not closed' };
}

function valueOf(line: string): string {
  return ASSIGNMENT.exec(line)?.[1].trim() ?? '';
}

function faultOf(line: string): string | undefined {
  if (line.trim() === '' || line.trim().startsWith('#')) return undefined;
  if (!ASSIGNMENT.test(line)) return 'the line is no assignment of the form NAME=value';
  const value = valueOf(line);
  return /^["'`]/.test(value) && !QUOTED.test(value) ? 'open' : undefined;
}
