import { parser } from '@lezer/python';
import type { CodeFault } from '../../model/index.ts';

export function parsePython(code: string): CodeFault | undefined {
  let offset = -1;
  let open = -1;
  const known = withKnownForms(code);
  parser.parse(known).iterate({
    enter({ type, from, to }) {
      if (type.isError && offset < 0) offset = from;
      if (/^(?:Format)?String$/.test(type.name) && open < 0 && !isClosed(known.slice(from, to))) open = from;
      return offset < 0;
    },
  });
  if (open >= 0) return { offset: open, reason: 'a string is not closed' };
  if (offset < 0) return undefined;
  const last = code.slice(0, offset).trimEnd().length;
  // What is missing at the end of a line is reported there, not at the start of the next line.
  const isBehindLine = /^[^\S\n]*\n/.test(code.slice(last)) || last === code.trimEnd().length;
  return isBehindLine
    ? { offset: Math.max(0, last - 1), reason: 'something is missing behind this' }
    : { offset, reason: 'this was not expected' };
}

/** The grammar ends an open string silently where its line or the code ends. */
function isClosed(string: string): boolean {
  return /^[a-z]*("""|'''|"|')[^]*\1$/i.test(string) && !/^[a-z]*["']$/i.test(string);
}

/** A pattern of a class in a `case` line: `Point(x=0)`. */
const CLASS_PATTERN = /[A-Za-z_][\w.]*\([^()]*\)/g;

/** Writes forms of newer Python that the grammar lacks as forms of the same length that it knows. */
function withKnownForms(code: string): string {
  return code
    .replace(/^[ \t]*case\b[^#\n]*:/gm, (line) =>
      line.replace(CLASS_PATTERN, (pattern) => 'x'.repeat(pattern.length)),
    )
    .replace(/^([ \t]*(?:async )?with )\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)( *:)/gm, '$1 $2 $3');
}
