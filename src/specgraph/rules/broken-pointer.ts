import { documentsCalled } from '../resolve/definition-forms.ts';
import { pointersOf, type ConfigPointer, type PointerTarget } from '../resolve/configuration-pointers.ts';
import type { DocumentFacts, Problem, SectionFacts } from '../model/index.ts';
import { sectionName } from '../text/describe.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { isSectionCalled } from '../text/named.ts';
import { columnOf } from '../text/tables.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/**
 * Without this rule, a configuration that names what does not exist turns its checks off without a word. Where a document
 * is missing, its sections and columns are not reported as well. Places of definitions in `kinds` belong to
 * `kind-without-definitions`.
 */
export const brokenPointer: Rule = {
  id: 'broken-pointer',
  group: 'configuration',
  severity: 'error',
  summary: 'Everything that the configuration names exists',
  *check(graph, { config }) {
    for (const pointer of pointersOf(config)) {
      const problem = problemOf(pointer, graph);
      if (problem) yield { at: graph.configurationPlace(pointer.path, pointer.value), ...problem };
    }
  },
};

type Fault = Pick<Problem, 'message' | 'suggestion'>;

function problemOf(pointer: ConfigPointer, graph: GraphView): Fault | undefined {
  switch (pointer.to) {
    case 'documents':
      return documentAt(pointer.value, pointer, graph)
        ? undefined
        : fault(pointer, 'no document of the set', namesOf(graph.documents));
    case 'sections':
      return sectionFault(pointer, graph);
    case 'columns':
      return columnFault(pointer, graph);
    case 'steps':
      return stepFault(pointer, graph);
    case 'numbers':
      return graph.documents.some(({ number }) => number !== undefined)
        ? undefined
        : { message: `"${pointer.value}" in documentNumber finds no number in the name of any document.` };
    case 'files':
      return graph.configuration?.missing?.includes(pointer.value)
        ? { message: `"${pointer.value}" in ${keysOf(pointer)} is no file below ${graph.root}.` }
        : undefined;
    case 'parts':
      return graph.documents.some(({ part }) => part?.work === pointer.part)
        ? undefined
        : { message: `"${pointer.value}" in ${keysOf(pointer)} matches no document.` };
    default: {
      const known = NAMES[pointer.to](graph);
      return known.includes(pointer.value) ? undefined : fault(pointer, MISSING[pointer.to], known);
    }
  }
}

type NamedTarget = Exclude<
  PointerTarget,
  'columns' | 'documents' | 'files' | 'numbers' | 'parts' | 'sections' | 'steps'
>;

/** The names that exist, by what is named. */
const NAMES: Record<NamedTarget, (graph: GraphView) => string[]> = {
  components: ({ definitions }) => [...new Set(definitions.flatMap(({ components }) => components))],
  'definition tables': ({ config }) => (config.variables?.definitions ?? []).map(({ section }) => section),
  facets: ({ config }) => Object.keys(config.variables?.facets ?? {}),
  fields: ({ scheme }) => (scheme?.fields ?? []).map(({ id }) => id),
  phases: ({ config, definitions }) => [
    ...(config.phases ?? []).map(({ number }) => number),
    ...definitions.flatMap(({ phase }) => phase ?? []),
  ],
  quantities: ({ config }) => Object.keys(config.quantities ?? {}),
  variables: ({ definitions }) => definitions.map(({ name }) => name),
};

const MISSING: Record<NamedTarget, string> = {
  components: 'no component of any variable',
  'definition tables': 'the section of no definition table',
  facets: 'no facet of variables.facets',
  fields: 'no field of the definitions',
  phases: 'no phase of the set',
  quantities: 'no key of quantities',
  variables: 'the name of no definition',
};

function sectionFault(pointer: ConfigPointer, graph: GraphView): Fault | undefined {
  const facts = documentAt(pointer.document!, pointer, graph);
  if (!facts || sectionAt(pointer.value, facts, pointer, graph)) return undefined;
  const known = facts.sections.flatMap(({ number, heading, title }) => [number ?? heading, title]);
  return fault(pointer, `no section of ${facts.path}`, known);
}

function columnFault(pointer: ConfigPointer, graph: GraphView): Fault | undefined {
  const facts = documentAt(pointer.document!, pointer, graph);
  const section = facts && sectionAt(pointer.section!, facts, pointer, graph);
  if (!facts || !section) return undefined;
  const slugs = graph.sectionTree(facts, section);
  const tables = facts.tables.filter((table) => table.section !== undefined && slugs.has(table.section));
  if (tables.some((table) => columnOf(table, pointer.value) >= 0)) return undefined;
  const known = tables.flatMap(({ header }) => header.map(({ text }) => text));
  return fault(pointer, `no column of a table in ${sectionName(facts, section)}`, known);
}

function stepFault(pointer: ConfigPointer, graph: GraphView): Fault | undefined {
  const facts = documentAt(pointer.document!, pointer, graph);
  if (!facts) return undefined;
  const known = facts.sections.flatMap(({ step }) => step ?? []);
  return known.includes(pointer.value) ? undefined : fault(pointer, `no step of ${facts.path}`, known);
}

/** Kinds call documents by their title and file name as well. */
function documentAt(name: string, pointer: ConfigPointer, graph: GraphView): DocumentFacts | undefined {
  return isOfKind(pointer) ? documentsCalled(name, graph.documents)[0] : graph.document(name);
}

function sectionAt(
  name: string,
  facts: DocumentFacts,
  pointer: ConfigPointer,
  graph: GraphView,
): SectionFacts | undefined {
  return isOfKind(pointer)
    ? facts.sections.find((section) => isSectionCalled(section, name))
    : graph.section(facts.id, name);
}

function isOfKind({ path }: ConfigPointer): boolean {
  return path[0] === 'kinds';
}

function fault(pointer: ConfigPointer, what: string, known: readonly string[]): Fault {
  return {
    message: `"${pointer.value}" in ${keysOf(pointer)} is ${what}.`,
    suggestion: didYouMean(pointer.value, new Set(known)),
  };
}

function namesOf(documents: readonly DocumentFacts[]): string[] {
  return documents.flatMap(({ number, id }) => (number === undefined ? [id] : [number, id]));
}

/** "overview.document", "buildsOn[3][0]". */
function keysOf({ path }: ConfigPointer): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : /^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`))
    .join('')
    .replace(/^\./, '');
}
