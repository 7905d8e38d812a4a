/** The sections that describe how a variable interacts with others, and the variables that they name. */
import {
  nodeId,
  type GraphView,
  type Place,
  type SectionFacts,
  type Definition,
  isVariable,
} from '#specgraph';
import { excerpt, type Excerpt } from '../documents/excerpt.ts';
import { urls } from '../urls.ts';
import { shortName } from '../document-names.ts';

export interface InteractionNote {
  url: string;
  /** "spec/03, 10o". */
  where: string;
  heading: string;
  /** The sentences that name the variable. */
  sentences: Excerpt[];
  /** Other variables that the section names. */
  others: { name: string; url: string }[];
}

export function interactionNotes(graph: GraphView, definitions: readonly Definition[]): InteractionNote[] {
  const name = definitions[0].name;
  const places = definitions.flatMap(({ facets }) => facets.interaction ?? []);
  const sections = new Map(
    places.flatMap((place) => {
      const found = sectionAt(graph, place);
      return found ? [[nodeId.section(found.document, found.section.slug), found] as const] : [];
    }),
  );
  return [...sections].map(([id, { document, short, section }]) => {
    const mentions = graph.outgoing(id).filter((edge) => edge.kind === 'mentions' && edge.resolved);
    const contexts = mentions
      .filter((edge) => edge.target === nodeId.variable(name))
      .map((edge) => edge.context ?? '');
    const others = new Set(
      mentions.flatMap((edge) => {
        const node = graph.node(edge.target);
        return isVariable(node) && node.name !== name ? [node.name] : [];
      }),
    );
    return {
      url: urls.section(document, section.slug),
      where: section.number ? `${short}, Section ${section.number}` : short,
      heading: section.title,
      sentences: [...new Set(contexts)].map((context) => excerpt(context, name, 400)),
      others: [...others].toSorted().map((other) => ({ name: other, url: urls.variable(other) })),
    };
  });
}

/** All variables that the notes name, those named in the most notes first. */
export function relatedNames(
  notes: readonly InteractionNote[],
): { name: string; url: string; count: number }[] {
  const names = notes.flatMap((note) => note.others);
  return [...Map.groupBy(names, (other) => other.name)]
    .map(([name, same]) => ({ name, url: same[0].url, count: same.length }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function sectionAt(
  graph: GraphView,
  { file, line }: Place,
): { document: string; short: string; section: SectionFacts } | undefined {
  const facts = graph.document(file);
  const section = facts?.sections.findLast((candidate) => candidate.range.line <= line);
  return facts && section && { document: facts.id, short: shortName(graph, facts), section };
}
