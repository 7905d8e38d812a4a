import type { SpecConfig } from '../config.ts';
import { FACETS, type Facet, type Problem, type VariableDefinition } from '../model/index.ts';
import { sectionName } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

type Facets = NonNullable<SpecConfig['variables']>['facets'];

export const incompleteVariable: Rule = {
  id: 'incomplete-variable',
  group: 'variables',
  severity: 'error',
  summary: 'A variable has all facets that it must have',
  *check(graph, { config }) {
    const facets = config.variables?.facets;
    if (!facets) return;
    for (const definition of graph.definitions) {
      for (const gap of gapsOf(definition, facets, graph)) yield describe(definition, gap, graph);
    }
  },
};

/** A missing facet, and the section that should contain it. */
interface Gap {
  facet: Facet;
  document: string;
  section: string;
}

function gapsOf(definition: VariableDefinition, facets: Facets, graph: GraphView): Gap[] {
  return definition.required.flatMap((facet): Gap[] => {
    if (facet === 'definition') return [];
    if (facet === 'appliance') return applianceGaps(definition, facets, graph);
    if (facet === 'userInput') return userInputGaps(definition, facets, graph);
    if (definition.facets[facet].length > 0) return [];
    return facets[facet].slice(0, 1).map((place) => ({ facet, ...place }));
  });
}

/** The USER_INPUT block of every section that lists the variable must contain it. */
function userInputGaps(definition: VariableDefinition, facets: Facets, graph: GraphView): Gap[] {
  return facets.userInput
    .filter((place) => definition.listedIn.includes(place.section))
    .filter(({ document, section }) => {
      const facts = graph.document(document);
      const found = facts && graph.section(facts.id, section);
      return !definition.facets.userInput.some(
        ({ file, line }) =>
          file === facts?.path && found && line >= found.range.line && line <= found.endLine,
      );
    })
    .map((place) => ({ facet: 'userInput', ...place }));
}

/** Every appliance that has the variable must list it in its own document. */
function applianceGaps(definition: VariableDefinition, facets: Facets, graph: GraphView): Gap[] {
  return facets.appliance
    .filter((place) => definition.appliances.includes(place.appliance))
    .filter((place) => {
      const file = graph.document(place.document)?.path;
      return !definition.facets.appliance.some((found) => found.file === file);
    })
    .map(({ document, section }) => ({ facet: 'appliance', document, section }));
}

function describe(definition: VariableDefinition, gap: Gap, graph: GraphView): Problem {
  const facts = graph.document(gap.document);
  const section = facts && graph.section(facts.id, gap.section);
  const where =
    facts && section ? sectionName(facts, section) : `spec/${gap.document}, Section ${gap.section}`;
  const present = definition.required.filter(
    (facet) => facet !== gap.facet && definition.facets[facet].length > 0,
  ).length;
  return {
    at: section?.range ?? definition.range,
    message: `${definition.name} (${definition.appliances.join(', ')}) has ${present} of its ${definition.required.length} facets: no ${FACETS[gap.facet]} in ${where}.`,
    suggestion: suggestionFor(definition, gap.facet),
    related: [{ at: definition.facets.definition[0], note: `${definition.name} is defined here` }],
  };
}

function suggestionFor(definition: VariableDefinition, facet: Facet): string {
  if (facet === 'userInput' && definition.userInput)
    return `add ${definition.name} = "${definition.userInput}"`;
  if (facet === 'validation' && definition.validation) return `add a rule there (${definition.validation})`;
  return `add ${withArticle(FACETS[facet])} there`;
}

function withArticle(noun: string): string {
  return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
