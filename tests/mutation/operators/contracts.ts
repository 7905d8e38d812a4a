import { type Operator, LOST_REFERENCE, spread } from '../mutant.ts';

/** Whatever a promised text was part of may break with it. */
const ANYTHING_BEHIND = [
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

/** What must be gone comes back in the section that must not hold it. */
export const goneComesBack: Operator = function* ({ graph, contracts, text }) {
  for (const contract of contracts) {
    for (const entry of contract.forbidden) {
      const facts = graph.document(entry.path)!;
      const section = graph.section(facts.id, entry.section!)!;
      const words = entry.pattern.includes('```')
        ? '```json\n{}\n```'
        : entry.pattern.includes('deferred to')
          ? 'All this is deferred to somebody.'
          : 'A preview follows.';
      const lines = text(facts.path).split('\n');
      lines.splice(section.range.line, 0, '', words, '');
      yield {
        name: `${facts.path}: "${words.split('\n')[0]}" is back in Section ${entry.section}`,
        rule: 'contract-forbidden',
        file: facts.path,
        line: section.range.line + 2,
        alsoBreaks: ANYTHING_BEHIND,
        changes: { [facts.path]: lines.join('\n') },
      };
    }
  }
};

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
      alsoBreaks: ['unused-suppression'],
      changes: { [facts.path]: lines.join('\n') },
    };
  }
};
