import { documentOf, type GraphEdge, type SourceRange } from '#specgraph';
import { findMatches } from '../../../src/specgraph/contracts/matcher.ts';
import { type Operator, LOST_CODE, LOST_REFERENCE, replaceRange, spread, UNREFERENCED } from '../mutant.ts';

/** Whatever a promised text was part of may break with it. */
const ANYTHING_BEHIND = [
  'broken-pointer',
  'conflicting-cell',
  'conflicting-default',
  'conflicting-message',
  'missing-publication',
  ...LOST_CODE,
  ...LOST_REFERENCE,
  'contract-forbidden',
  'wrong-count',
  'incomplete-variable',
  'broken-section',
  'broken-step',
  'broken-anchor',
  'conflicting-definition',
  'wrong-version',
  'phase-mismatch',
  'uncovered-requirement',
  'section-number-gap',
  'variable-numbering',
  'unlinked-document',
  'undefined-variable',
  'misspelled-variable',
  'invalid-user-input',
  'unused-variable',
  'unknown-requirement',
  'unknown-phase',
];

/** Takes out every text that an artifact must contain. */
export const containedRemoved: Operator = function* ({ graph, contracts, text }) {
  for (const contract of contracts) {
    for (const artifact of contract.artifacts) {
      const facts = graph.document(artifact.path)!;
      for (const words of artifact.contains) {
        yield {
          name: `${artifact.path} no longer contains "${words}" (Phase ${contract.phase})`,
          rule: 'contract-artifact',
          file: facts.path,
          line: facts.titleRange.line,
          alsoBreaks: ANYTHING_BEHIND,
          changes: { [facts.path]: text(facts.path).replaceAll(words, words.replace(/\w/, '~')) },
        };
      }
    }
  }
};

/** Takes every reference to a promised target out of the document that must hold one. */
export const promisedLinkRemoved: Operator = function* ({ graph, contracts, text }) {
  const links = contracts.flatMap((contract) =>
    contract.links.filter((link) => link.pattern === undefined && graph.document(link.to)),
  );
  for (const link of spread(links, 15)) {
    const [from, to] = [graph.document(link.from)!, graph.document(link.to)!];
    const section = link.section && graph.section(from.id, link.section);
    const references = graph.referencesFrom(from.id).filter((edge) => documentOf(edge.target) === to.id);
    yield {
      name: `${from.path} no longer refers to ${to.path}`,
      rule: 'contract-link',
      file: from.path,
      line: (section ? section.range : from.titleRange).line,
      alsoBreaks: [...ANYTHING_BEHIND, ...UNREFERENCED],
      changes: { [from.path]: withoutReferences(text(from.path), references) },
    };
  }
};

function withoutReferences(text: string, references: readonly GraphEdge[]): string {
  const ranges = references
    .map((edge) => edge.range!)
    .toSorted((a, b) => b.line - a.line || b.column - a.column);
  // "Sections 6-9" is one place for four references.
  const places = ranges.filter((range, i) => i === 0 || !isSamePlace(range, ranges[i - 1]));
  return places.reduce((rest, range) => replaceRange(rest, range, 'something'), text);
}

function isSamePlace(a: SourceRange, b: SourceRange): boolean {
  return a.line === b.line && a.column === b.column;
}

/** Makes every match of a promised pattern unreadable. */
export const promisedPatternRemoved: Operator = function* ({ graph, contracts, text }) {
  for (const entry of spread(
    contracts.flatMap((contract) => contract.patterns),
    25,
  )) {
    const facts = graph.document(entry.path)!;
    const section = entry.section === undefined ? undefined : graph.section(facts.id, entry.section)!;
    const lines = text(facts.path).split('\n');
    // The heading stays, so that the section does.
    const [from, to] = section ? [section.range.line, section.endLine] : [0, lines.length];
    const within = lines.slice(from, to).join('\n');
    const found = findMatches(entry.pattern, within);
    if ('fault' in found) throw new Error(found.fault);
    const without = found.matches.reduceRight(
      (rest, { start, end }) =>
        rest.slice(0, start) + rest.slice(start, end).replaceAll(/\w/g, '~') + rest.slice(end),
      within,
    );
    yield {
      name: `${facts.path} no longer holds ${entry.provides ?? entry.pattern}`,
      rule: 'contract-pattern',
      file: facts.path,
      line: (section ? section.range : facts.titleRange).line,
      alsoBreaks: [
        'renderer-difference',
        'missing-from-step',
        'wrong-step-count',
        ...ANYTHING_BEHIND,
        ...UNREFERENCED,
        'broken-link',
      ],
      changes: { [facts.path]: [...lines.slice(0, from), without, ...lines.slice(to)].join('\n') },
    };
  }
};

/** What must be gone comes back in the section that must not hold it. */
export const goneComesBack: Operator = function* ({ graph, contracts, text }) {
  for (const contract of contracts) {
    for (const entry of contract.forbidden) {
      const facts = graph.document(entry.path)!;
      const section = entry.section === undefined ? undefined : graph.section(facts.id, entry.section)!;
      const words = wordsFor(entry.pattern);
      const lines = text(facts.path).split('\n');
      const line = section?.range.line ?? facts.sections.find(({ number }) => number === '1')!.range.line;
      lines.splice(line, 0, '', words, '');
      yield {
        name: `${facts.path}: "${words.split('\n')[0]}" is back in Section ${entry.section ?? 1}`,
        rule: 'contract-forbidden',
        file: facts.path,
        line: line + 2,
        alsoBreaks: [...ANYTHING_BEHIND, 'stale-preview'],
        changes: { [facts.path]: lines.join('\n') },
      };
    }
  }
};

/** A sentence or block that the pattern of a forbidden text matches. */
function wordsFor(pattern: string): string {
  if (pattern.includes('```')) return '```json\n{}\n```';
  if (pattern.includes('deferred to')) return 'All this is deferred to somebody.';
  return pattern.includes('skipped') ? 'The evaluation is skipped.' : 'A preview follows.';
}

/** Cuts a document to half its length. */
export const documentCut: Operator = function* ({ graph, contracts, text }) {
  for (const contract of contracts) {
    for (const artifact of contract.artifacts.filter((a) => a.minLines !== undefined)) {
      const facts = graph.document(artifact.path)!;
      const lines = text(facts.path).split('\n');
      yield {
        name: `${artifact.path} is cut to ${artifact.minLines! - 1} lines`,
        rule: 'contract-artifact',
        file: facts.path,
        line: facts.titleRange.line,
        alsoBreaks: [
          'unused-definition',
          'undefined-mention',
          'unclosed-fence',
          'missing-from-step',
          'wrong-step-count',
          ...ANYTHING_BEHIND,
          'orphan-document',
          'stale-preview',
          'unknown-document',
          'broken-link',
          'link-text-mismatch',
        ],
        changes: { [facts.path]: [...lines.slice(0, artifact.minLines! - 6), ...lines.slice(-5)].join('\n') },
      };
    }
  }
};

/** A comment that silences nothing, and one without a reason, in every third document. */
export const idleSuppression: Operator = function* ({ graph, text }) {
  for (const [i, facts] of spread(graph.documents, 8).entries()) {
    const line = facts.sections[1].range.line;
    const rule = i % 2 === 0 ? 'unused-suppression' : 'suppression-without-reason';
    const comment =
      i % 2 === 0
        ? '<!-- specgraph-ignore broken-link: an old reason -->'
        : '<!-- specgraph-ignore broken-link -->';
    const lines = text(facts.path).split('\n');
    lines.splice(line - 1, 0, comment, '');
    yield {
      name: `${facts.path}:${line} ${comment}`,
      rule,
      file: facts.path,
      line,
      alsoBreaks: ['unused-suppression', 'stale-preview'],
      changes: { [facts.path]: lines.join('\n') },
    };
  }
};
