/** Defects of the form: they need no configuration to be seen. */
import type { DocumentFacts, TableFacts, TableRow } from '#specgraph';
import { RULE_IDS } from '#specgraph';
import { changeLine, type Mutant, type Operator, type Original, removeLines, spread } from '../mutant.ts';

const TABLES_PER_DOCUMENT = 1;
const TEXTS_PER_DOCUMENT = 1;

/** What hangs on the words of one row, paragraph or heading. */
const LOST_WORDS = RULE_IDS.filter((id) => !/^(?:table-|repeated-|broken-link|invalid-)/.test(id));

/** Repeats lines, 1-based, behind their last line. */
function repeatLines(text: string, from: number, to: number, blank: boolean): string {
  const lines = text.split('\n');
  const copy = lines.slice(from - 1, to);
  lines.splice(to, 0, ...(blank ? ['', ...copy] : copy));
  return lines.join('\n');
}

function insertLine(text: string, at: number, line: string): string {
  const lines = text.split('\n');
  lines.splice(at - 1, 0, line);
  return lines.join('\n');
}

function mutantOf(
  { path }: DocumentFacts,
  rule: string,
  line: number,
  what: string,
  changed: string,
  alsoBreaks: readonly string[] = LOST_WORDS,
): Mutant {
  return {
    name: `${path}:${line} ${what}`,
    rule,
    file: path,
    line,
    alsoBreaks,
    changes: { [path]: changed },
  };
}

function* eachTable({
  graph,
}: Original): Iterable<{ facts: DocumentFacts; table: TableFacts; row: TableRow }> {
  for (const facts of graph.documents) {
    const tables = facts.tables.filter((table) => table.header.length > 2 && table.rows.length > 2);
    for (const [i, table] of spread(tables, TABLES_PER_DOCUMENT).entries())
      yield { facts, table, row: table.rows[i % table.rows.length] };
  }
}

export const droppedCell: Operator = function* (original) {
  for (const { facts, row } of eachTable(original)) {
    const { line } = row.range;
    const changed = changeLine(original.text(facts.path), line, (text) =>
      text.replace(/\|(?:[^|\\]|\\.)*\|$/, '|'),
    );
    yield mutantOf(facts, 'table-cell-count', line, 'a row without its last cell', changed);
  }
};

export const addedCell: Operator = function* (original) {
  for (const { facts, row } of eachTable(original)) {
    const { line } = row.range;
    const changed = changeLine(original.text(facts.path), line, (text) =>
      text.replace(/^\|/, '| one more |'),
    );
    yield mutantOf(facts, 'table-cell-count', line, 'a row with a cell too many', changed);
  }
};

export const lostRuler: Operator = function* (original) {
  for (const { facts, table } of eachTable(original)) {
    const { line } = table.range;
    const changed = removeLines(original.text(facts.path), line + 1);
    yield mutantOf(facts, 'table-without-ruler', line, 'a table without its ruler', changed, RULE_IDS);
  }
};

export const shortRuler: Operator = function* (original) {
  for (const { facts, table } of eachTable(original)) {
    const line = table.range.line + 1;
    const changed = changeLine(original.text(facts.path), line, (text) => text.replace(/\|[ :-]+\|$/, '|'));
    yield mutantOf(facts, 'table-without-ruler', line, 'a ruler with a column too few', changed, RULE_IDS);
  }
};

export const tableInTwo: Operator = function* (original) {
  for (const { facts, table } of eachTable(original)) {
    const { line } = table.rows.at(-2)!.range;
    const changed = insertLine(original.text(facts.path), line, '');
    yield mutantOf(facts, 'table-without-ruler', line + 1, 'a blank line in a table', changed, RULE_IDS);
  }
};

export const rowTwice: Operator = function* (original) {
  for (const { facts, row } of eachTable(original)) {
    const { line } = row.range;
    const changed = repeatLines(original.text(facts.path), line, line, false);
    yield mutantOf(facts, 'repeated-row', line + 1, 'a row twice', changed);
  }
};

export const paragraphTwice: Operator = function* (original) {
  for (const facts of original.graph.documents) {
    const text = original.text(facts.path);
    const lines = text.split('\n').map((words, i) => ({ words, line: i + 1 }));
    const paragraphs = lines.filter(({ words, line }) => {
      const isAlone = lines[line - 2]?.words === '' && lines[line]?.words === '';
      return isAlone && /^[A-Z].{60,}[.]$/.test(words) && facts.sections.some((s) => s.range.line < line);
    });
    for (const { line } of spread(paragraphs, TEXTS_PER_DOCUMENT))
      yield mutantOf(
        facts,
        'repeated-paragraph',
        line + 2,
        'a paragraph twice',
        repeatLines(text, line, line, true),
      );
  }
};

export const itemTwice: Operator = function* (original) {
  for (const facts of original.graph.documents) {
    const text = original.text(facts.path);
    const items = text
      .split('\n')
      .map((words, i) => ({ words, line: i + 1 }))
      .filter(({ words }) => /^- .{60,}[.]$/.test(words));
    for (const { line } of spread(items, TEXTS_PER_DOCUMENT))
      yield mutantOf(
        facts,
        'repeated-paragraph',
        line + 1,
        'a list item twice',
        repeatLines(text, line, line, false),
      );
  }
};

export const headingTwice: Operator = function* (original) {
  for (const facts of original.graph.documents) {
    const headings = facts.sections.filter(
      (s, i) => i > 1 && s.number === undefined && s.step === undefined && s.written === undefined,
    );
    for (const { range, heading } of spread(headings, TEXTS_PER_DOCUMENT)) {
      const times = facts.sections.filter((section) => section.heading === heading).length;
      if (times > 1) continue;
      const changed = repeatLines(original.text(facts.path), range.line, range.line, true);
      yield mutantOf(facts, 'repeated-heading', range.line + 2, 'a heading twice', changed);
    }
  }
};

/** A number of a list that does not count on. */
export const itemMisnumbered: Operator = function* ({ graph, text }) {
  for (const { path } of graph.documents) {
    const lines = text(path).split('\n');
    const inner = lines.flatMap((line, i) =>
      /^2\. /.test(line) && /^1\. /.test(lines[i - 1]) && /^3\. /.test(lines[i + 1] ?? '') ? [i + 1] : [],
    );
    for (const line of spread(inner, 2))
      yield {
        name: `${path}:${line} the item 2 becomes 5`,
        rule: 'misnumbered-item',
        file: path,
        line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'broken-step'],
        changes: { [path]: changeLine(text(path), line, (own) => own.replace('2.', '5.')) },
      };
  }
};
