import { pathBelow, type ObjectInText } from './object-in-text.ts';

/** Blanks, the marks of list items, and a key with its colon. */
const LINE = /^( *)((?:- +)*)(?:(["']?)([A-Za-z_][\w./-]*)\3:(?=\s|$)[ \t]*(.*))?/;

/** An object whose lines have begun, with the column of its keys. */
interface Open {
  column: number;
  object: ObjectInText;
}

/** The objects of YAML in block style, by their indentation; `{ a: 1 }` and what is not valid is passed over. */
export function yamlObjects(code: string): ObjectInText[] {
  const found: ObjectInText[] = [];
  let open: Open[] = [];
  let textBelow = Infinity;
  let offset = 0;
  for (const line of code.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    const [, blanks, marks, quote, key, value] = LINE.exec(line)!;
    if (line.trim() === '' || blanks.length > textBelow) continue;
    textBelow = Infinity;
    if (line.startsWith('---')) open = [];
    const column = blanks.length + marks.length;
    // A list may stand in the column of its key.
    if (marks !== '') open = open.filter((one) => one.column <= blanks.length);
    if (key === undefined) continue;
    const parent = lastOf(open, marks === '' ? column : blanks.length + 1);
    const known = marks === '' ? open.find((one) => one.column === column) : undefined;
    const object = known?.object ?? { path: pathOf(parent, marks), keys: [] };
    if (!known) found.push(object);
    open = [...open.filter((one) => one.column < column), { column, object }];
    object.keys.push({ name: key, offset: start + column + quote.length });
    // The text below `|` and `>` is data.
    if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(value)) textBelow = column;
  }
  return found;
}

/** The innermost object whose keys stand left of a column. */
function lastOf(open: readonly Open[], column: number): ObjectInText | undefined {
  return open.findLast((one) => one.column < column)?.object;
}

function pathOf(parent: ObjectInText | undefined, marks: string): string {
  const above = parent === undefined ? '' : pathBelow(parent.path, parent.keys.at(-1)!.name);
  return marks === '' ? above : pathBelow(above, '[]');
}
