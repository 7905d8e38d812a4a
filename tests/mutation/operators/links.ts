import { RULE_IDS, type DocumentFacts, type GraphEdge } from '#specgraph';
import {
  LOST_REFERENCE,
  type Mutant,
  type Operator,
  type Original,
  removeLines,
  replaceRange,
  spread,
} from '../mutant.ts';

const PER_DOCUMENT = 2;
/** A link names the owner of the section numbers behind it; these lose or change their owner with it. */
const OWNER_CHANGED = [
  'conflicting-cell',
  'phase-mismatch',
  ...LOST_REFERENCE,
  'broken-section',
  'broken-step',
] as const;

/** Links from a document to other documents of the set, outside the overview's tables and the contracts' reach where possible. */
function linksOf(facts: DocumentFacts, { graph }: Original): GraphEdge[] {
  return graph.referencesFrom(facts.id).filter((edge) => edge.via === 'link' && edge.urlRange);
}

function onLinks(
  rule: string,
  what: string,
  url: (edge: GraphEdge) => string | undefined,
  alsoBreaks: readonly string[],
): Operator {
  return function* (original) {
    for (const facts of original.graph.documents) {
      const text = original.text(facts.path);
      for (const edge of spread(linksOf(facts, original), PER_DOCUMENT)) {
        const replacement = url(edge);
        if (replacement === undefined) continue;
        yield {
          name: `${facts.path}:${edge.range!.line} ${what}`,
          rule,
          file: facts.path,
          line: edge.range!.line,
          alsoBreaks,
          changes: { [facts.path]: replaceRange(text, edge.urlRange!, replacement) },
        };
      }
    }
  };
}

export const wrongFile = onLinks(
  'broken-link',
  'link to a file that does not exist',
  (edge) => edge.url!.replace('.md', '-old.md'),
  OWNER_CHANGED,
);
export const wrongAnchor = onLinks(
  'broken-anchor',
  'fragment that is no heading',
  (edge) => `${edge.url!.replace(/#.*/, '')}#no-such-heading`,
  LOST_REFERENCE,
);
export const wrongCase = onLinks(
  'case-mismatch',
  'file name in capitals',
  (edge) => edge.url!.toUpperCase().replace('.MD', '.md'),
  OWNER_CHANGED,
);
export const outside = onLinks(
  'link-outside-root',
  'link out of the repository',
  () => '../../../elsewhere.md',
  OWNER_CHANGED,
);
export const ignored = onLinks(
  'ignored-target',
  'link to a file that git ignores',
  () => '../node_modules/yaml/package.json',
  OWNER_CHANGED,
);
export const withoutExtension = onLinks(
  'renderer-difference',
  'address without an extension, which only the site reads',
  (edge) => edge.url!.replace('.md', ''),
  OWNER_CHANGED,
);
export const emptied = onLinks('empty-link', 'link without destination', () => '', OWNER_CHANGED);

export const spaced = onLinks(
  'link-shown-as-text',
  'destination with a space',
  (edge) => `${edge.url!.replace(/#.*/, '')}#no such heading`,
  [...OWNER_CHANGED, 'unlinked-document'],
);

/** The text still names one document, the destination is its neighbour. */
export const neighbour: Operator = function* (original) {
  const { documents } = original.graph;
  for (const facts of documents) {
    const text = original.text(facts.path);
    for (const edge of spread(linksOf(facts, original), PER_DOCUMENT)) {
      const at = documents.findIndex((d) => d.path.endsWith(edge.url!.replace(/#.*/, '')));
      const other = documents[(at + 1) % documents.length];
      yield {
        name: `${facts.path}:${edge.range!.line} link to ${edge.url} leads to ${other.path}`,
        rule: 'link-text-mismatch',
        file: facts.path,
        line: edge.range!.line,
        alsoBreaks: OWNER_CHANGED,
        changes: {
          [facts.path]: replaceRange(text, edge.urlRange!, other.path.slice(other.path.lastIndexOf('/') + 1)),
        },
      };
    }
  }
};

/** The last code block of a document loses its closing fence. */
export const openFence: Operator = function* ({ graph, text }) {
  for (const { path, codeBlocks } of graph.documents) {
    const block = codeBlocks.at(-1);
    if (!block) continue;
    yield {
      name: `${path}:${block.range.line} fence that is not closed`,
      rule: 'unclosed-fence',
      file: path,
      line: block.range.line,
      // All that stands below it is gone.
      alsoBreaks: RULE_IDS,
      changes: { [path]: removeLines(text(path), block.range.endLine) },
    };
  }
};

export const undefinedLabel: Operator = function* (original) {
  for (const facts of original.graph.documents) {
    const [edge] = linksOf(facts, original);
    if (edge) yield withoutDefinition(facts, edge, original);
  }
};

function withoutDefinition(facts: DocumentFacts, edge: GraphEdge, original: Original): Mutant {
  const url = edge.urlRange!;
  const parentheses = { ...url, column: url.column - 1, endColumn: url.endColumn + 1 };
  return {
    name: `${facts.path}:${edge.range!.line} label that is not defined`,
    rule: 'undefined-link-reference',
    file: facts.path,
    line: edge.range!.line,
    alsoBreaks: [...OWNER_CHANGED, 'unlinked-document'],
    changes: { [facts.path]: replaceRange(original.text(facts.path), parentheses, '[no-such-label]') },
  };
}
