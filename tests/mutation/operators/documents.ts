import {
  changeLine,
  columnOf,
  forget,
  LOST_REFERENCE,
  type Operator,
  removeLines,
  replaceRange,
  spread,
  UNREFERENCED,
} from '../mutant.ts';

export const overviewRowRemoved: Operator = function* ({ graph, text }) {
  const { document, section } = graph.config.overview!;
  const overview = graph.document(document)!;
  const start = graph.section(overview.id, section)!;
  const slugs = graph.sectionTree(overview, start);
  for (const facts of graph.documents) {
    if (facts.id === overview.id) continue;
    const name = facts.path.slice(facts.path.lastIndexOf('/') + 1);
    const source = text(overview.path);
    const lines = overview.tables
      .filter((t) => t.section && slugs.has(t.section) && columnOf(t, graph.config.overview!.column!) >= 0)
      .flatMap((t) => t.rows)
      .filter((row) => source.split('\n')[row.range.line - 1].includes(`(${name}`))
      .map((row) => row.range.line);
    yield {
      name: `${overview.path}: row of ${facts.path} removed`,
      rule: 'unlisted-document',
      file: overview.path,
      line: start.range.line,
      alsoBreaks: [...LOST_REFERENCE, 'wrong-version'],
      changes: {
        [overview.path]: lines.toSorted((a, b) => b - a).reduce((t, line) => removeLines(t, line), source),
      },
    };
  }
};

export const backlinkRemoved: Operator = function* ({ graph, text }) {
  for (const [later, earlier] of graph.config.buildsOn ?? []) {
    const a = graph.document(later)!;
    const b = graph.document(earlier)!;
    yield {
      name: `${b.path} no longer refers to ${a.path}`,
      rule: 'missing-backlink',
      file: b.path,
      line: b.titleRange.line,
      alsoBreaks: [...UNREFERENCED, 'undefined-variable'],
      changes: { [b.path]: forget(text(b.path), a) },
    };
  }
};

export const documentForgotten: Operator = function* ({ graph, text }) {
  // Readers begin with the first document, which leads to the others.
  for (const facts of spread(graph.documents, 5).slice(1)) {
    yield {
      name: `nobody refers to ${facts.path} any more`,
      rule: 'orphan-document',
      file: facts.path,
      line: facts.titleRange.line,
      alsoBreaks: UNREFERENCED,
      changes: Object.fromEntries(
        graph.documents.filter((d) => d !== facts).map((d) => [d.path, forget(text(d.path), facts)]),
      ),
    };
  }
};

export const linkBecomesCode: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const link = graph
      .referencesFrom(facts.id)
      .filter((edge) => edge.via === 'link' && /^spec\/\S+\.md$/.test(edge.text ?? ''));
    for (const edge of spread(link, 2)) {
      yield {
        name: `${facts.path}:${edge.range!.line} link to ${edge.url} becomes code`,
        rule: 'unlinked-document',
        file: facts.path,
        line: edge.range!.line,
        alsoBreaks: LOST_REFERENCE,
        changes: { [facts.path]: replaceRange(text(facts.path), edge.range!, `\`${edge.text}\``) },
      };
    }
  }
};

export const numberBeyondSet: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const mentions = graph
      .referencesFrom(facts.id)
      .filter((edge) => edge.via === 'prose' && /^spec\/\d\d$/.test(edge.text ?? ''));
    for (const edge of spread(mentions, 2)) {
      yield {
        name: `${facts.path}:${edge.range!.line} ${edge.text} becomes spec/47`,
        rule: 'unknown-document',
        file: facts.path,
        line: edge.range!.line,
        alsoBreaks: [...LOST_REFERENCE, 'broken-section', 'broken-step'],
        changes: { [facts.path]: replaceRange(text(facts.path), edge.range!, 'spec/47') },
      };
    }
  }
};

/** A sentence that was true once is put into the first paragraph of a section in every document. */
export const calledDeferred: Operator = function* ({ graph, text }) {
  const sentences = [
    'This is deferred to Phase 9.',
    'The values are a placeholder for Phase 6.',
    'Monitoring is planned for Phase 8.',
  ];
  for (const [i, facts] of graph.documents.entries()) {
    const unit = facts.units.find(
      (u) => u.kind === 'paragraph' && u.section !== facts.sections[0]?.slug && u.sentences.length > 0,
    );
    if (!unit) continue;
    const end = unit.sentences.at(-1)!.range;
    const sentence = sentences[i % sentences.length];
    yield {
      name: `${facts.path}:${end.endLine} says "${sentence}"`,
      rule: 'stale-preview',
      file: facts.path,
      line: end.endLine,
      alsoBreaks: ['contract-forbidden'],
      changes: {
        [facts.path]: replaceRange(
          text(facts.path),
          { ...end, line: end.endLine, column: end.endColumn },
          ` ${sentence}`,
        ),
      },
    };
  }
};

/** A line that is nested deeper than the parser reads. */
export const nestedTooDeep: Operator = function* ({ graph, text }) {
  for (const facts of spread(graph.documents, 5)) {
    const { line } = facts.sections[1].range;
    const lines = text(facts.path).split('\n');
    lines.splice(line - 1, 0, `${'> '.repeat(200)}deep`, '');
    yield {
      name: `${facts.path}:${line} is nested 200 levels deep`,
      rule: 'unreadable-text',
      file: facts.path,
      line,
      alsoBreaks: [],
      changes: { [facts.path]: lines.join('\n') },
    };
  }
};

/** A section that the configuration names gets another number; its heading is not otherwise referred to by the operator. */
export const pointedSectionRenamed: Operator = function* ({ graph, text }) {
  const { path, text: source } = graph.configuration!;
  const line = source.split('\n').findIndex((words) => /^\s+overview:/.test(words)) + 1;
  const facts = graph.document(graph.config.overview!.document)!;
  const { range } = graph.section(facts.id, graph.config.overview!.section)!;
  yield {
    name: `${facts.path}:${range.line} the section of the overview has lost its number`,
    rule: 'broken-pointer',
    file: path,
    line,
    alsoBreaks: [...UNREFERENCED, 'section-number-gap', 'broken-anchor', 'title-mismatch', 'wrong-count'],
    changes: {
      [facts.path]: changeLine(text(facts.path), range.line, (words) =>
        words.replace(/^(#+) [\d.]+ /, '$1 '),
      ),
    },
  };
};
