import { parseTree, type ParseError } from 'jsonc-parser';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { escapeExpression } from '../text/expressions.ts';
import type { FaultPlace } from '../text/schema-faults.ts';

/**
 * The line of a configuration file that holds a faulty value.
 * @param text the file: JSON, YAML or a script
 * @param isData whether it is JSON or YAML
 * @returns a 1-based line; undefined where it cannot be told
 */
export function lineOfFault(text: string, isData: boolean, place: FaultPlace): number | undefined {
  return isData ? lineInData(text, place) : lineInScript(text, place);
}

/** JSON is read as YAML, which includes it. A missing value has the place of what should hold it. */
function lineInData(text: string, { path }: FaultPlace): number | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** A script may compute a value. Its line is known where the value stands in the script once, as text. */
function lineInScript(text: string, { value }: FaultPlace): number | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const spellings = new Set([value, value.replaceAll('\\', '\\\\')]);
  const starts = [...spellings].flatMap((spelling) =>
    ["'", '"', '`'].flatMap((quote) => startsOf(quote + spelling + quote, text)),
  );
  return starts.length === 1 ? text.slice(0, starts[0]).split('\n').length : undefined;
}

function startsOf(literal: string, text: string): number[] {
  const parts = text.split(literal);
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join(literal).length);
}

/**
 * The line at which a configuration cannot be read.
 * @param error what reading it has thrown: a parser of YAML or JSON, or Node
 * @param file absolute path
 * @returns a 1-based line; undefined where the error does not say it
 */
export function lineOfError(error: unknown, file: string, text: string): number | undefined {
  if (file.endsWith('.json')) return lineInJson(text);
  const { linePos, stack = '' } = error as { linePos?: readonly { line: number }[]; stack?: string };
  if (linePos) return linePos[0].line;
  // The address of a module that Node has loaded has a query.
  const line = new RegExp(`${escapeExpression(file)}(?:\\?[^:\\s]*)?:(\\d+)`).exec(stack)?.[1];
  return line === undefined ? undefined : Number(line);
}

function lineInJson(text: string): number | undefined {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors);
  } catch {
    // It is nested too deeply for this parser.
    return undefined;
  }
  return errors.length === 0 ? undefined : text.slice(0, errors[0].offset).split('\n').length;
}
