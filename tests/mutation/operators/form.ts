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

/** The heading of a column is copied to the next one. */
export const columnTwice: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const wide = facts.tables.filter(
      ({ header: [one, other, third] }) => third && /\p{L}{2}/u.test(one.text) && one.text !== other.text,
    );
    for (const { header } of spread(wide, 1)) {
      const { line } = header[0].range;
      const changed = changeLine(text(facts.path), line, (words) =>
        words
          .split('|')
          .map((cell, i, cells) => (i === 2 ? cells[1] : cell))
          .join('|'),
      );
      yield mutantOf(facts, 'repeated-column', line, 'a column twice', changed, RULE_IDS);
    }
  }
};

/** The last item of an enumeration is the first one again. */
export const enumeratedTwice: Operator = function* ({ graph, text }) {
  const list = /(`[A-Z]\w+`)((?:, `[A-Z]\w+`)+,? (?:and|or) )`[A-Z]\w+`/;
  for (const facts of graph.documents) {
    const lines = text(facts.path).split('\n');
    const places = [...lines.keys()].filter((i) => list.test(lines[i]) && !lines[i].startsWith('|'));
    for (const i of spread(places, 1))
      yield mutantOf(
        facts,
        'repeated-item',
        i + 1,
        'an item twice',
        changeLine(text(facts.path), i + 1, (line) => line.replace(list, '$1$2$1')),
      );
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

/** Two rows of a table whose first column counts, in the other order; those of names have a rule of their own. */
export const rowsExchanged: Operator = function* ({ graph, text }) {
  for (const { path } of graph.documents) {
    const lines = text(path).split('\n');
    const number = (i: number): number => Number(/^\| (\d+) \| [^`]/.exec(lines[i] ?? '')?.[1]);
    const inner = lines.flatMap((_, i) =>
      [-1, 1, 2].every((step) => number(i + step) === number(i) + step) ? [i] : [],
    );
    for (const i of spread(inner, 2))
      yield {
        name: `${path}:${i + 1} the rows ${number(i)} and ${number(i + 1)} change places`,
        rule: 'misnumbered-item',
        file: path,
        line: i + 1,
        alsoBreaks: ['contract-pattern', 'contract-artifact'],
        changes: {
          [path]: lines
            .with(i, lines[i + 1])
            .with(i + 1, lines[i])
            .join('\n'),
        },
      };
  }
};

/** In a longer block an open string pairs with the quotes of so many other lines that its place is not searched for. */
const MAX_CODE_CHARACTERS = 8_000;

/** A sign that code needs, and how a line of the language loses it. */
const LOST_SIGNS: readonly { languages: RegExp; line: RegExp; without: [RegExp, string]; what: string }[] = [
  { languages: /^json$/, line: /^ +".*",$/, without: [/,$/, ''], what: 'a line of JSON without its comma' },
  {
    languages: /^(?:bash|sh)$/,
    line: /^\s*echo "[^"]*"$|^\s*log \w+ "[^"]*"$/,
    without: [/"$/, ''],
    what: 'a string of a shell command without its end',
  },
  {
    languages: /^python$/,
    line: /^\s*(?:def|if|for|class) .*:$/,
    without: [/:$/, ''],
    what: 'a line of Python without its colon',
  },
  { languages: /^ya?ml$/, line: /^ .*: "[^"]*"$/, without: [/"$/, ''], what: 'a YAML value without its end' },
];

export const lostSignInCode: Operator = function* ({ graph, text }) {
  for (const { languages, line, without, what } of LOST_SIGNS) {
    const places = graph.documents.flatMap((facts) =>
      facts.codeBlocks
        .filter(({ lang, text: code }) => languages.test(lang ?? '') && code.length < MAX_CODE_CHARACTERS)
        .flatMap((block) =>
          block.text
            .split('\n')
            .flatMap((words, i) => (line.test(words) ? [{ facts, at: block.range.line + 1 + i }] : [])),
        ),
    );
    for (const { facts, at } of spread(places, 5)) {
      const changed = changeLine(text(facts.path), at, (words) => words.replace(...without));
      yield mutantOf(facts, 'invalid-code-block', at, what, changed, RULE_IDS);
    }
  }
};

/** A number word above a list or table, or before items in brackets, becomes the next one. */
export const wrongAnnouncedCount: Operator = function* ({ graph, text }) {
  const next: Record<string, string> = { two: 'three', three: 'four', four: 'five', six: 'seven' };
  const wordings = [
    /\b(?:for|has|of|in one of) (two|three|four) (?:reasons|tiers|ways|paths)(?=:$|, both)/,
    /\b(four|six) (?:layers|strategies)(?=: host| \(FedAvg)/,
  ];
  for (const { path } of graph.documents) {
    for (const [i, line] of text(path).split('\n').entries()) {
      const match = wordings.map((wording) => wording.exec(line)).find((found) => found !== null);
      if (!match) continue;
      const wrong = match[0].replace(match[1], next[match[1]]);
      yield {
        name: `${path}:${i + 1} "${match[0]}" becomes "${wrong}"`,
        rule: 'count-mismatch',
        file: path,
        line: i + 1,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'wrong-count', 'conflicting-cell'],
        changes: { [path]: changeLine(text(path), i + 1, (own) => own.replace(match[0], wrong)) },
      };
    }
  }
};

/** A branch, a loop or a function of a shell script loses the line that ends it. */
export const lostEndOfShellBlock: Operator = function* ({ graph, text }) {
  for (const end of [/^ +fi$/, /^ *done$/, /^\}$/]) {
    const places = graph.documents.flatMap((facts) =>
      facts.codeBlocks
        .filter(({ lang }) => /^(?:bash|sh)$/.test(lang ?? ''))
        .flatMap((block) => {
          const lines = block.text.split('\n');
          return lines.flatMap((words, i) =>
            i < lines.length - 2 && end.test(words) ? [{ facts, at: block.range.line + 1 + i }] : [],
          );
        }),
    );
    for (const { facts, at } of spread(places, 4)) {
      const changed = removeLines(text(facts.path), at);
      yield mutantOf(facts, 'invalid-code-block', at - 1, 'a shell block without its end', changed, RULE_IDS);
    }
  }
};

/** The first factor of a written product is another one. */
export const factorChanged: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents)
    for (const [i, line] of text(facts.path).split('\n').entries()) {
      const product = /\b(\d+)(?= [x×] \d+ s = \d)/.exec(line);
      if (!product) continue;
      const changed = changeLine(text(facts.path), i + 1, (own) =>
        own.replace(product[0], String(Number(product[1]) + 7)),
      );
      yield mutantOf(
        facts,
        'wrong-result',
        i + 1,
        `${product[1]} becomes ${Number(product[1]) + 7}`,
        changed,
      );
    }
};
