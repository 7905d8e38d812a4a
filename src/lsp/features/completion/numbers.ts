/** Numbers behind a word that announces them: "Section 6", "Steps 2 and 3", "Phase 9". */
import { CompletionItemKind } from 'vscode-languageserver';
import {
  isSection,
  nodeId,
  oncePer,
  writtenId,
  type DocumentFacts,
  type GraphNode,
  type GraphView,
  type Kind,
} from '#specgraph';
import { edgesIn } from '../targets.ts';
import type { Candidate, Candidates, Typing } from './candidates.ts';

type Series = Kind['series'][number];

/** @returns undefined where no word before the cursor announces a number, or nothing of that kind is known */
export function numberItems(typing: Typing): Candidates | undefined {
  for (const { kind, series, pattern } of announcements(typing.set.graph)) {
    const typed = pattern.exec(typing.before)?.groups?.typed;
    if (typed === undefined) continue;
    const items = itemsOf(kind, series, typing);
    if (items.length > 0) return { typed, items };
  }
  return undefined;
}

interface Announcement {
  kind: Kind;
  series: Series;
  /** Matches a word of the series, the numbers of a list, and the beginning of the next number at the end of a line. */
  pattern: RegExp;
}

const announcements = oncePer(({ kinds }: GraphView): Announcement[] =>
  kinds.flatMap((kind) => kind.series.map((series) => ({ kind, series, pattern: patternOf(series) }))),
);

function patternOf({ singular, plural, signs = [] }: Series): RegExp {
  const words = [...plural, ...singular].map(escape).join('|');
  const marks = signs.length > 0 ? `|(?:${signs.map(escape).join('|')})\\s?` : '';
  const earlier = String.raw`(?:[\w.]+(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+to\s+|\s*[-–]\s*))*`;
  return new RegExp(
    String.raw`(?:(?<![\p{L}\p{N}_])(?:${words})[\s-]${marks})${earlier}(?<typed>[\w.]*)$`,
    'iu',
  );
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function itemsOf(kind: Kind, series: Series, typing: Typing): Candidate[] {
  const { graph } = typing.set;
  const owner = ownerOf(typing);
  if (kind.id === 'section') return sectionItems(series, owner);
  return graph.nodes
    .filter((node) => node.kind === kind.id)
    .filter(({ id }) => kind.scope === 'set' || nodeId.documentOf(id) === owner.id)
    .map((node) => candidateOf(node))
    .toSorted((a, b) => compareNumbers(a.label, b.label));
}

function sectionItems({ forms, series, plainHeadings }: Series, owner: DocumentFacts): Candidate[] {
  const isOnlyLetters = forms[0] === 'letters';
  return owner.sections.flatMap((section) => {
    const isLabelled = section.label?.series === series;
    const number = isLabelled ? section.label!.number : plainHeadings ? section.number : undefined;
    if (number === undefined || (isOnlyLetters && !isLabelled && /^\d/.test(number))) return [];
    return [
      {
        label: number,
        kind: CompletionItemKind.Reference,
        detail: section.title,
        node: nodeId.section(owner.id, section.slug),
      },
    ];
  });
}

function candidateOf(node: GraphNode): Candidate {
  const label = writtenId(node) ?? nodeId.nameOf(node.id);
  return { label, kind: CompletionItemKind.Reference, detail: node.title, node: node.id };
}

/**
 * The document that a number belongs to: the one that is named last before it in its sentence, otherwise the document
 * itself.
 */
function ownerOf({ set, facts, point, before }: Typing): DocumentFacts {
  const named = edgesIn(set.graph, facts.path)
    .filter(({ kind, resolved, range }) => kind === 'refers' && resolved && range.endLine === point.line)
    .filter(({ range }) => range.endColumn <= point.column)
    .toSorted((a, b) => a.range.endColumn - b.range.endColumn)
    .findLast(({ target }) => isDocumentOrSection(set.graph, target));
  if (!named) return facts;
  const between = before.slice(named.range.endColumn - 1);
  if (/[.!?]\s+\p{Lu}/u.test(between) && !/\bsec\.\s/i.test(between)) return facts;
  return set.graph.document(nodeId.documentOf(named.target) ?? named.target) ?? facts;
}

function isDocumentOrSection(graph: GraphView, id: string): boolean {
  const node = graph.node(id);
  return isSection(node) || graph.document(id) !== undefined;
}

const compareNumbers = new Intl.Collator('en', { numeric: true }).compare;
