import { sectionReferences, type DocumentFacts, type GraphEdge, type SectionFacts } from '#specgraph';
import { LOST_CODE, type Operator, spread } from '../mutant.ts';

/** What names sections by number besides references: contracts and the configuration follow only `check --since` itself. */
const NAMED_ELSEWHERE = [
  'broken-pointer',
  'kind-without-definitions',
  'undefined-mention',
  'unused-definition',
  'contract-link',
  'contract-pattern',
  'incomplete-variable',
  'wrong-count',
  'undefined-variable',
  'misspelled-variable',
  'conflicting-definition',
  'vanished-target',
  'broken-section',
  'broken-step',
  'unlisted-document',
  'missing-backlink',
  'missing-publication',
  'uncovered-requirement',
];

/** Whole sections "2" to "9" of a document, those in the middle first. */
function middleSections(facts: DocumentFacts): SectionFacts[] {
  const sections = facts.sections.filter(({ depth, number }) => depth === 2 && /^\d+$/.test(number ?? ''));
  return spread(sections.slice(1, -1), 1);
}

/** A reference from another document to one section, by one number in prose. */
function referenceTo(
  facts: DocumentFacts,
  wanted: (number: number) => boolean,
  edges: readonly GraphEdge[],
): { edge: GraphEdge; number: number } | undefined {
  for (const edge of edges) {
    const number = /^Section (\d+)$/.exec(edge.text ?? '')?.[1];
    if (number === undefined || !edge.resolved || edge.via !== 'prose') continue;
    const isHere = edge.target.startsWith(`${facts.id}#`) && edge.range!.file !== facts.path;
    if (isHere && wanted(Number(number))) return { edge, number: Number(number) };
  }
  return undefined;
}

/** Changes the numbers of the headings from a line on: "7." and "7.1" become "8." and "8.1". */
function renumberHeadings(
  lines: readonly string[],
  from: number,
  change: (number: number) => number,
): string[] {
  let isCode = false;
  return lines.map((line, i) => {
    if (/^(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || i < from - 1) return line;
    return line.replace(
      /^(#{2,6} )(\d+)/,
      (_, marks: string, number: string) => marks + change(Number(number)),
    );
  });
}

/** A section is inserted and those behind it are renumbered, while the references stay. */
export const sectionInserted: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    for (const { range, number } of middleSections(facts)) {
      const reference = referenceTo(facts, (named) => named >= Number(number), graph.edges);
      if (!reference) continue;
      const lines = renumberHeadings(text(facts.path).split('\n'), range.line, (old) => old + 1);
      lines.splice(
        range.line - 1,
        0,
        `## ${number}. Something New`,
        '',
        'These words were not here before.',
        '',
      );
      yield {
        name: `${facts.path}:${range.line} a section is inserted, ${reference.edge.range!.file} still says ${reference.number}`,
        rule: 'moved-target',
        file: reference.edge.range!.file,
        line: reference.edge.range!.line,
        alsoBreaks: NAMED_ELSEWHERE,
        isSince: true,
        changes: { [facts.path]: lines.join('\n') },
      };
    }
  }
};

/** A section is removed and those behind it are renumbered, while the references stay. */
export const sectionRemoved: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    for (const { range, endLine, number } of middleSections(facts)) {
      const reference = referenceTo(facts, (named) => named === Number(number), graph.edges);
      if (!reference) continue;
      const lines = renumberHeadings(text(facts.path).split('\n'), endLine + 1, (old) => old - 1);
      lines.splice(range.line - 1, endLine - range.line + 1);
      yield {
        name: `${facts.path}:${range.line} Section ${number} is removed, ${reference.edge.range!.file} still refers to it`,
        rule: 'vanished-target',
        file: reference.edge.range!.file,
        line: reference.edge.range!.line,
        alsoBreaks: [
          ...NAMED_ELSEWHERE,
          ...LOST_CODE,
          'moved-target',
          'contract-artifact',
          'orphan-document',
          'broken-anchor',
          'unused-variable',
          'wrong-version',
          'conflicting-limit',
        ],
        isSince: true,
        changes: { [facts.path]: lines.join('\n') },
      };
    }
  }
};

/** A section says more, while the sections that refer to it stay as they are. */
export const targetChanged: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const references = sectionReferences(graph).filter(
      ({ source, target }) => target.facts === facts && source.facts !== facts,
    );
    for (const { edge, target } of spread(references, 1)) {
      const lines = text(facts.path).split('\n');
      const from = target.section.range.line;
      const next = facts.sections.find(({ range }) => range.line > from)?.range.line ?? lines.length;
      const at = lines.findIndex((line, i) => i >= from && i < next - 1 && /^[A-Z][^|]*\.$/.test(line));
      if (at < 0) continue;
      lines[at] += ' The opposite was agreed yesterday.';
      yield {
        name: `${facts.path}:${at + 1} a section says more, ${edge.range!.file} refers to it`,
        rule: 'changed-target',
        file: edge.range!.file,
        line: edge.range!.line,
        alsoBreaks: ['changed-target'],
        isSince: true,
        changes: { [facts.path]: lines.join('\n') },
      };
    }
  }
};
