/** Defects in the things of the set's own kinds: its decisions ("DR-03") and its metrics. */
import type { DocumentFacts } from '#specgraph';
import { changeLine, type Operator, replaceRange, spread } from '../mutant.ts';

const CONTRACTS = ['contract-pattern', 'contract-artifact', 'contract-link'] as const;

/** A mention of a decision or a metric gets an id that nothing has. */
export const mentionUndefined: Operator = function* ({ graph, text }) {
  const mentions = graph.edges.filter(
    (edge) => edge.kind === 'mentions' && edge.resolved && /^(?:decision|metric):/.test(edge.target),
  );
  for (const { range, text: words } of spread(mentions, 8)) {
    const other = /\d$/.test(words!)
      ? words!.replace(/\d+$/, '77')
      : words!.replace(/^(fl_[a-z]+_)[a-z]+/, '$1unseen');
    if (!/^(?:DR-|fl_[a-z]+_)/.test(words!)) continue;
    yield {
      name: `${range!.file}:${range!.line} ${words} becomes ${other}`,
      rule: 'undefined-mention',
      file: range!.file,
      line: range!.line,
      alsoBreaks: [...CONTRACTS, 'unused-definition'],
      changes: { [range!.file]: replaceRange(text(range!.file), range!, other) },
    };
  }
};

function decisionsOf(facts: DocumentFacts): DocumentFacts['definitions'] {
  return facts.definitions.filter(({ kind }) => kind === 'decision');
}

/** A decision gets the number of the one before it, or a number further on. */
function renumbered(rule: string, change: (number: number) => number): Operator {
  return function* ({ graph, text }) {
    for (const facts of graph.documents) {
      const decision = decisionsOf(facts).at(-1);
      if (!decision || Number(decision.id) < 2) continue;
      const number = change(Number(decision.id));
      yield {
        name: `${facts.path}:${decision.range.line} DR-${decision.id} becomes DR-0${number}`,
        rule,
        file: facts.path,
        line: decision.range.line,
        alsoBreaks: [...CONTRACTS, 'undefined-mention', 'broken-anchor'],
        changes: {
          [facts.path]: changeLine(text(facts.path), decision.range.line, (line) =>
            line.replace(/DR-\d+/, `DR-0${number}`),
          ),
        },
      };
    }
  };
}

export const decisionDoubled = renumbered('duplicate-definition', (number) => number - 1);
export const decisionSkipped = renumbered('numbering-gap', (number) => number + 1);

/** A metric is added that nothing uses. */
export const metricUnused: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const last = facts.definitions.findLast(({ kind }) => kind === 'metric');
    if (!last) continue;
    yield {
      name: `${facts.path}:${last.range.line + 1} a metric that nothing mentions`,
      rule: 'unused-definition',
      file: facts.path,
      line: last.range.line + 1,
      alsoBreaks: ['incomplete-definition'],
      changes: {
        [facts.path]: changeLine(
          text(facts.path),
          last.range.line,
          (line) => `${line}\n| \`fl_clients_unseen\` | Gauge | -- | clients that nobody has seen |`,
        ),
      },
    };
  }
};

/** The table of the metrics loses the heading by which the configuration finds it. */
export const definitionsLost: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const first = facts.definitions.find(({ kind }) => kind === 'metric');
    if (!first) continue;
    yield {
      name: `${facts.path}:${first.range.line - 2} the column Metric is called Series`,
      rule: 'kind-without-definitions',
      file: graph.configuration!.path,
      line: graph.configuration!.text.split('\n').findIndex((line) => /^\s+metric:/.test(line)) + 1,
      alsoBreaks: ['undefined-mention'],
      changes: {
        [facts.path]: changeLine(text(facts.path), first.range.line - 2, (line) =>
          line.replace('Metric', 'Series'),
        ),
      },
    };
  }
};

/** A metric is renamed in the code of the exporter. */
export const metricWithoutCode: Operator = function* ({ graph, text }) {
  for (const { path, definitions, codeBlocks } of graph.documents) {
    for (const { id, range } of definitions.filter(({ kind }) => kind === 'metric')) {
      const block = codeBlocks.findLast((one) => one.text.includes(`"${id}"`));
      const line = text(path)
        .split('\n')
        .findIndex((words, i) => i >= (block?.range.line ?? 0) && words.includes(`"${id}"`));
      if (!block || line < 0) continue;
      yield {
        name: `${path}:${line + 1} ${id} is called otherwise in the exporter`,
        rule: 'incomplete-definition',
        file: path,
        line: range.line,
        alsoBreaks: [...CONTRACTS, 'undefined-mention', 'unused-definition', 'misspelled-name'],
        changes: {
          [path]: changeLine(text(path), line + 1, (words) => words.replace(`"${id}"`, '"unknown"')),
        },
      };
    }
  }
};
