/** Problems of definitions that are missing from a place where one of their kind must stand. */
import type { Definition, Problem } from '../../model/index.ts';
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
  return {
    at: section?.range ?? definition.range,
    message: `${name}${owners} has ${present} of its ${required.length} facets: no ${facet.title} in ${where}.`,
    suggestion: suggestionFor(definition, facet),
    related: [{ at: definition.facets.definition[0], note: `${name} is defined here` }],
  };
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
