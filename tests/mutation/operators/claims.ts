import { nodeId } from '#specgraph';
import {
  columnOf,
  countTableCells,
  type Operator,
  LOST_REFERENCE,
  replaceRange,
  spread,
  textIn,
} from '../mutant.ts';

const CONTRACTS = ['contract-artifact', 'contract-pattern', 'contract-link'] as const;

function oneOff(words: string): string {
  if (/^\d+$/.test(words)) return String(Number(words) - 1);
  return words.toLowerCase() === 'fifteen' ? 'fourteen' : 'eighteen';
}

export const numberOff: Operator = function* ({ graph, text }) {
  const seen = new Set<string>();
  for (const facts of graph.documents) {
    for (const claim of facts.claims) {
      const key = `${facts.path}:${claim.range.line}:${claim.range.column}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        name: `${facts.path}:${claim.range.line} "${claim.text}" with ${oneOff(claim.words)}`,
        rule: 'wrong-count',
        file: facts.path,
        line: claim.range.line,
        alsoBreaks: [...CONTRACTS, 'wrong-count'],
        changes: { [facts.path]: replaceRange(text(facts.path), claim.range, oneOff(claim.words)) },
      };
    }
  }
};

export const countTableOff: Operator = function* ({ graph, text }) {
  for (const { file, range } of countTableCells(graph)) {
    const before = textIn(text(file), range);
    yield {
      name: `${file}:${range.line} count ${before} one less`,
      rule: 'wrong-count',
      file,
      line: range.line,
      alsoBreaks: [...CONTRACTS, 'wrong-count'],
      changes: { [file]: replaceRange(text(file), range, before.replace(/\d+/, oneOff)) },
    };
  }
};

export const versionBumped: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const version = facts.footer.find((field) => field.label === 'Version')!;
    yield {
      name: `${facts.path} footer version ${version.value} becomes 9.9`,
      rule: 'wrong-version',
      file: facts.path,
      line: version.range.line,
      alsoBreaks: ['wrong-version', ...CONTRACTS],
      changes: { [facts.path]: replaceRange(text(facts.path), version.range, '*Version: 9.9*') },
    };
  }
};

export const versionLost: Operator = function* ({ graph, text }) {
  for (const facts of spread(graph.documents, 5)) {
    const version = facts.footer.find((field) => field.label === 'Version')!;
    yield {
      name: `${facts.path} footer without version`,
      rule: 'wrong-version',
      file: facts.path,
      line: facts.titleRange.line,
      alsoBreaks: CONTRACTS,
      changes: { [facts.path]: replaceRange(text(facts.path), version.range, '*Final*') },
    };
  }
};

export const tableVersionOff: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    for (const table of facts.tables) {
      const [document, version] = [columnOf(table, 'Document'), columnOf(table, 'Version')];
      if (document < 0 || version < 0) continue;
      for (const row of table.rows) {
        const cell = row.cells[version];
        if (!cell || !/^\d+\.\d+$/.test(cell.text)) continue;
        yield {
          name: `${facts.path}:${cell.range.line} table version ${cell.text} becomes 0.1`,
          rule: 'wrong-version',
          file: facts.path,
          line: cell.range.line,
          alsoBreaks: CONTRACTS,
          changes: { [facts.path]: replaceRange(text(facts.path), cell.range, '0.1') },
        };
      }
    }
  }
};

export const footerPhaseChanged: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const phase = facts.footer.find((field) => /^Phases?$/.test(field.label))!;
    const other = graph.config.phases!.find((p) => !phase.value.includes(p.name)) ?? graph.config.phases![0];
    const words = phase.value.startsWith('01 - Base Appliance Architecture,')
      ? `*Phases: ${phase.value.replace('01 - Base Appliance Architecture, ', '')}*`
      : `*Phase: 0${other.number} - ${other.name}*`;
    yield {
      name: `${facts.path} footer names another phase`,
      rule: 'phase-mismatch',
      file: facts.path,
      line: phase.range.line,
      alsoBreaks: CONTRACTS,
      changes: { [facts.path]: replaceRange(text(facts.path), phase.range, words) },
    };
  }
};

function mentionChanged(
  rule: string,
  kind: 'requirement' | 'phase',
  change: (words: string) => string,
): Operator {
  return function* ({ graph, text }) {
    for (const facts of graph.documents) {
      const mentions = graph.edges.filter(
        (edge) =>
          edge.kind === 'mentions' &&
          nodeId.kindOf(edge.target) === kind &&
          edge.range!.file === facts.path &&
          edge.via === 'prose' &&
          !/[-,]\d| and /.test(edge.text!.replace(/^[A-Z]+-/, '')) &&
          textIn(text(facts.path), edge.range!) === edge.text,
      );
      for (const edge of spread(mentions, 2)) {
        yield {
          name: `${facts.path}:${edge.range!.line} ${edge.text} becomes ${change(edge.text!)}`,
          rule,
          file: facts.path,
          line: edge.range!.line,
          alsoBreaks: [
            ...CONTRACTS,
            ...LOST_REFERENCE,
            'uncovered-requirement',
            'phase-mismatch',
            'contract-forbidden',
            'broken-anchor',
            'wrong-count',
          ],
          changes: { [facts.path]: replaceRange(text(facts.path), edge.range!, change(edge.text!)) },
        };
      }
    }
  };
}

export const requirementUnknown = mentionChanged('unknown-requirement', 'requirement', (words) =>
  words.replace(/\d+$/, '77'),
);
export const phaseUnknown = mentionChanged('unknown-phase', 'phase', (words) => words.replace(/\d+/, '12'));

export const requirementDropped: Operator = function* ({ graph, text }) {
  const overview = graph.document(graph.config.overview!.document)!;
  const header = overview.header.find((field) => field.label.startsWith('Requirement'))!;
  for (const { id } of graph.config.requirements!) {
    const line = text(overview.path).split('\n')[header.range.line - 1];
    const without = line.replace(new RegExp(`, ${id}\\b|${id}, `), '');
    yield {
      name: `${overview.path} header without ${id}`,
      rule: 'uncovered-requirement',
      file: overview.path,
      line: header.range.line,
      alsoBreaks: CONTRACTS,
      changes: { [overview.path]: text(overview.path).replace(line, without) },
    };
  }
};

export const requirementUnmet: Operator = function* ({ graph, text }) {
  const overview = graph.document(graph.config.overview!.document)!;
  const header = overview.header.find((field) => field.label.startsWith('Requirement'))!;
  for (const { id } of graph.config.requirements!) {
    const met = graph.documents.filter(
      (d) => d !== overview && graph.documentNode(d.id).requirements.includes(id),
    );
    yield {
      name: `no header claims ${id}`,
      rule: 'uncovered-requirement',
      file: overview.path,
      line: header.range.line,
      alsoBreaks: CONTRACTS,
      changes: Object.fromEntries(
        met.map((d) => {
          const field = d.header.find((f) => f.label.startsWith('Requirement'))!;
          return [d.path, replaceRange(text(d.path), field.range, '**Requirements:** none')];
        }),
      ),
    };
  }
};

/** A sentence or a row that gives a document a requirement that its header does not name. */
export const requirementOfOtherDocument: Operator = function* ({ graph, text }) {
  const ids = graph.config.requirements!.map(({ id }) => id);
  const said = graph.edges.filter(
    ({ kind, target, context = '', range }) =>
      kind === 'mentions' &&
      range !== undefined &&
      target.startsWith('requirement:') &&
      /\bthis document satisfies [A-Z]+-\d/i.test(context),
  );
  for (const { range, text: id } of spread(said, 4)) {
    const other = ids[(ids.indexOf(id!) + 1) % ids.length];
    yield {
      name: `${range!.file}:${range!.line} ${id} becomes ${other}`,
      rule: 'requirement-mismatch',
      file: range!.file,
      line: range!.line,
      alsoBreaks: ['contract-pattern', 'contract-artifact', 'contract-link', 'conflicting-cell'],
      changes: { [range!.file]: replaceRange(text(range!.file), range!, other) },
    };
  }
};

/** One of several places that count the things of a table. */
export const countOfThingsChanged: Operator = function* ({ graph, text }) {
  const all = Map.groupBy(
    graph.documents.flatMap(({ counts }) => counts),
    ({ thing }) => thing,
  );
  const repeated = [...all.values()].flatMap((own) => {
    const { value } = own[0];
    const table = graph.documents.find(
      ({ path, tables }) =>
        own.some((one) => one.range.file === path) &&
        tables.some(
          ({ header, rows }) =>
            rows.length === value && own[0].thing.startsWith(header[0].text.toLowerCase()),
        ),
    );
    const isSame = value > 5 && own.length > 1 && own.every((one) => one.value === value);
    return isSame && table ? own.filter(({ range }) => range.file !== table.path) : [];
  });
  for (const { number, range } of spread(repeated, 4))
    yield {
      name: `${range.file}:${range.line} ${number} things become one less`,
      rule: 'conflicting-count',
      file: range.file,
      line: range.line,
      alsoBreaks: [...CONTRACTS, 'conflicting-cell', 'wrong-count'],
      changes: { [range.file]: replaceRange(text(range.file), range, String(Number(number) - 1)) },
    };
};
