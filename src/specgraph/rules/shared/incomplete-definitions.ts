/** Problems of definitions that are missing from a place where one of their kind must stand. */
import type { Definition, DocumentFacts, Problem, SectionFacts, SourceRange } from '../../model/index.ts';
import { definedValue } from '../../resolve/stated-values.ts';
import { gapsOf, type Gap } from '../../resolve/facets.ts';
import type { DefinitionScheme } from '../../resolve/schemes.ts';
import { sectionName } from '../../text/describe.ts';
import { withArticle } from '../../text/lists.ts';
import type { GraphView } from '../../view.ts';

/** One problem for each facet that a definition lacks. */
export function* incompleteDefinitions(
  definitions: readonly Definition[],
  scheme: DefinitionScheme,
  graph: GraphView,
): Iterable<Problem> {
  for (const definition of definitions) {
    const gaps = gapsOf(definition, scheme.facets, ({ document, section }) => {
      const facts = graph.document(document);
      const found = facts && graph.section(facts.id, section);
      return found && { path: facts.path, section: found };
    });
    for (const gap of gaps) yield describe(definition, gap, graph);
  }
}

function describe(definition: Definition, { facet, place }: Gap, graph: GraphView): Problem {
  const { name, components, required } = definition;
  const facts = graph.document(place.document);
  const section = facts && graph.section(facts.id, place.section);
  const where = facts && section ? sectionName(facts, section) : missingSection(place, graph);
  const present = required.filter((id) => id !== facet.id && definition.facets[id].length > 0).length;
  const owners = components.length > 0 ? ` (${components.join(', ')})` : '';
  const neighbour = facts && section && nearestNeighbour(definition, facet.id, facts, section, graph);
  const belongs = neighbour ? `; it belongs ${neighbour.side} ${neighbour.name}` : '';
  return {
    at: neighbour?.range ?? section?.range ?? definition.range,
    message: `${name}${owners} has ${present} of its ${required.length} facets: no ${facet.title} in ${where}${belongs}.`,
    suggestion: suggestionFor(definition, facet),
    related: [{ at: definition.facets.definition[0], note: `${name} is defined here` }],
  };
}

interface Neighbour {
  name: string;
  side: 'behind' | 'before';
  /** The line of the neighbour in the section that lacks the other one. */
  range: SourceRange;
}

/** The definition before it that stands in the section, or else the one behind it: there the missing one belongs. */
function nearestNeighbour(
  definition: Definition,
  facet: string,
  facts: DocumentFacts,
  { range, endLine }: SectionFacts,
  { definitions }: GraphView,
): Neighbour | undefined {
  const inOrder = definitions.filter(({ section }) => section === definition.section);
  const at = inOrder.indexOf(definition);
  const find = (candidates: readonly Definition[], side: Neighbour['side']): Neighbour | undefined => {
    for (const { name, facets } of candidates) {
      const place = facets[facet].findLast(
        ({ file, line }) => file === facts.path && line > range.line && line <= endLine,
      );
      if (place && name !== definition.name) return { name, side, range: lineOf(place.line, facts) };
    }
    return undefined;
  };
  const [earlier, later] = [inOrder.slice(0, at).toReversed(), inOrder.slice(at + 1)];
  // A group has a table of its own.
  const inGroup = ({ group }: Definition): boolean => group === definition.group;
  return (
    find(earlier.filter(inGroup), 'behind') ??
    find(later.filter(inGroup), 'before') ??
    find(earlier, 'behind') ??
    find(later, 'before')
  );
}

function lineOf(line: number, { path, source, lineStarts }: DocumentFacts): SourceRange {
  const end = lineStarts[line] ?? source.length + 1;
  const text = source.slice(lineStarts[line - 1], end - 1).trimEnd();
  return { file: path, line, column: 1, endLine: line, endColumn: text.length + 1 };
}

/** "spec/09, Section 3": a section that the configuration names and the set lacks. */
function missingSection({ document, section }: Gap['place'], { config }: GraphView): string {
  const prefix = config.documentPrefix ? `${config.documentPrefix}/` : '';
  return `${prefix}${document}, Section ${section}`;
}

function suggestionFor(definition: Definition, { title, suggestion }: Gap['facet']): string {
  const value = suggestion ? definedValue(definition, suggestion.field) : '';
  if (!suggestion || value === '') return `add ${withArticle(title)} there`;
  return suggestion.text.replaceAll('{name}', () => definition.name).replaceAll('{value}', () => value);
}
