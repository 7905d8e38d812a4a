/** Examples of a formula that do not follow it: "n >= 2f + 3: f = 1 needs 6", and tables with a column for each value. */
import type { WrongResult } from '../../model/index.ts';
import { evaluate } from '../../text/arithmetic.ts';
import { CELL_JOIN, type FlatUnit } from '../prose.ts';

const TERM = String.raw`(?:\d+(?:\.\d+)?|[A-Za-z_]\w*|\d+[A-Za-z]\w*|\([^()]{1,40}\))`;
/** A relation with at least one operator behind it, or a number that multiplies a name. */
const FORMULA = new RegExp(
  String.raw`(?<relation>[<>≥≤]=?|(?<![<>=!])=) ?(?<expression>${TERM}(?: ?[-+*×/^·] ?${TERM})+)(?![\w(])`,
  'g',
);
/** "f = 1 needs 5", "n = 3 gives 8". */
const EXAMPLE =
  /(?<![\w.])(?<name>[A-Za-z]\w*) ?= ?(?<value>\d+) (?:needs|requires|gives|means|yields)(?: at least)? (?<result>\d+(?:\.\d+)?)(?![\w.]*\w| ?[-+*×/^·]|\s?%)/g;
const CASE = /^(?<name>[A-Za-z]\w*) ?= ?(?<value>\d+)$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

export function extractWrongExamples(units: readonly FlatUnit[]): WrongResult[] {
  return [...units.flatMap((unit) => [...wrongExamples(unit)]), ...wrongRows(units)];
}

interface Formula {
  text: string;
  expression: string;
}

/** The only formula of a text; of several nobody can tell which one an example is for. */
function formulaOf(text: string): Formula | undefined {
  if (!/[<>=≥≤]/.test(text)) return undefined;
  const [only, ...others] = [...text.matchAll(FORMULA)].filter(({ groups }) =>
    /[A-Za-z_]/.test(groups!.expression),
  );
  if (!only || others.length > 0) return undefined;
  return { text: only[0], expression: only.groups!.expression };
}

function* wrongExamples(unit: FlatUnit): Iterable<WrongResult> {
  const examples = unit.text.includes('=') ? [...unit.text.matchAll(EXAMPLE)] : [];
  if (examples.length === 0) return;
  const formula = formulaOf(unit.text);
  if (!formula) return;
  for (const { 0: words, index, groups } of examples) {
    const { name, value, result } = groups!;
    const end = index + words.length;
    const found = check(formula, name, value, result);
    if (found) yield { ...found, range: unit.place(end - result.length, end) };
  }
}

/** Rows of a table that has a column for each of some values of a name, and the formula in another column. */
function* wrongRows(units: readonly FlatUnit[]): Iterable<WrongResult> {
  let cases: (RegExpExecArray | null)[] = [];
  let line = 0;
  for (const unit of units) {
    if (unit.kind !== 'row') continue;
    const here = unit.place(0, 0).line;
    const cells = unit.text.split(CELL_JOIN);
    // The ruler stands between the header and the first row.
    const isSameTable = here === line + 1 || here === line + 2;
    line = here;
    const own = cells.map((cell) => CASE.exec(cell.trim()));
    if (!isSameTable || own.some(Boolean)) {
      cases = own.some(Boolean) ? own : [];
      continue;
    }
    if (cases.length !== cells.length) continue;
    const [formula, ...others] = cells.flatMap((cell, i) => (cases[i] ? [] : (formulaOf(cell) ?? [])));
    if (!formula || others.length > 0) continue;
    let start = 0;
    for (const [i, cell] of cells.entries()) {
      const at = start;
      start += cell.length + CELL_JOIN.length;
      if (!cases[i] || !NUMBER.test(cell)) continue;
      const { name, value } = cases[i].groups!;
      const found = check(formula, name, value, cell);
      if (found) yield { ...found, range: unit.place(at, at + cell.length) };
    }
  }
}

function check(
  { text, expression }: Formula,
  name: string,
  value: string,
  result: string,
): Omit<WrongResult, 'range'> | undefined {
  const expected = evaluate(expression, { [name]: Number(value) });
  if (expected === undefined || expected === Number(result)) return undefined;
  return { written: result, calculation: `"${text}" and ${name} = ${value}`, expected: String(expected) };
}
