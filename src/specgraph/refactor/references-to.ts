/** What refers to sections, or to a document, from outside of them. */
import type { DocumentFacts, GraphEdge, SectionFacts, SourceRange } from '../model/index.ts';
import { createNodeNamer } from '../query/question.ts';
import { nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import { spanOf, type Span } from './headings.ts';
import { pointersTo } from './named-in-files.ts';
import type { Refusal } from './request.ts';
import type { Before } from './state.ts';

/** @param block the text of the sections; absent where the whole document is meant */
export function referencesTo(
  facts: DocumentFacts,
  sections: ReadonlySet<SectionFacts>,
  block: Span | undefined,
  before: Before,
): Refusal[] {
  const { graph } = before;
  const isWhole = block === undefined;
  const isTarget = targetTest(facts, sections, isWhole, graph);
  const isWithin = (range: SourceRange): boolean => isWhole || isInBlock(range, facts, block);
  const anchors = new Set(facts.anchors.filter(({ range }) => isWithin(range)).map(({ name }) => name));
  const name = createNodeNamer(graph);
  const found = graph.edges
    .filter(({ kind, range, resolved }) => (kind === 'refers' || kind === 'mentions') && range && resolved)
    .filter(({ range }) => range!.file !== facts.path || !isWithin(range!))
    .flatMap((edge): Refusal[] => {
      const { target, text } = edge;
      const anchor = target === facts.id ? anchorOf(edge, anchors) : undefined;
      if (anchor === undefined && !isTarget(target)) return [];
      const what = anchor === undefined ? name(target) : `the anchor "${anchor}" of ${name(target)}`;
      return [
        { message: `"${text}" refers to ${what}`, at: { file: edge.range!.file, line: edge.range!.line } },
      ];
    });
  return [...found, ...pointersTo(facts, sections, isWhole, before)];
}

/** @returns whether an id is that of one of the sections, of a step or a thing in them, or of the document */
function targetTest(
  facts: DocumentFacts,
  sections: ReadonlySet<SectionFacts>,
  isWhole: boolean,
  graph: GraphView,
): (id: string) => boolean {
  const slugs = new Set([...sections].map(({ slug }) => slug));
  const things = graph.things.all.filter(
    ({ document, definition }) =>
      document === facts && definition.section !== undefined && slugs.has(definition.section),
  );
  // Of several steps with one number, the first one has the node.
  const steps = [...sections].flatMap(({ step, slug }) => {
    const node = step === undefined ? undefined : graph.node(nodeId.step(facts.id, step));
    return node && 'slug' in node && node.slug === slug ? [node.id] : [];
  });
  const ids = new Set([
    ...[...slugs].map((slug) => nodeId.section(facts.id, slug)),
    ...steps,
    ...things.map(({ node }) => node),
  ]);
  return (id) => ids.has(id) || (isWhole && nodeId.documentOf(id) === facts.id);
}

function isInBlock(range: SourceRange, facts: DocumentFacts, block: Span): boolean {
  const { start } = spanOf(facts, range);
  return start >= block.start && start < block.end;
}

/** The anchor that a link to the document names, where it is one of these. */
function anchorOf({ via, url }: GraphEdge, anchors: ReadonlySet<string>): string | undefined {
  const fragment = via === 'link' ? /#(?<fragment>.+)$/s.exec(url ?? '')?.groups!.fragment : undefined;
  return fragment !== undefined && anchors.has(fragment) ? fragment : undefined;
}
