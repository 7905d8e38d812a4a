/** The names that the search dialog searches, as short arrays to keep the fetched file small. */
import {
  isDefined,
  isPhase,
  isTitleSection,
  rulesOf,
  type DefinedNode,
  type GraphNode,
  type DocumentFacts,
  type GraphView,
  type SectionFacts,
} from '#specgraph';
import { announcementsOf } from '#specgraph/query';
import { attributeGroups } from '../kinds/attributes.ts';
import { requirementViews } from '../kinds/requirements.ts';
import { urlOfNode, urls } from '../urls.ts';
import { variableRows, type VariableRow } from '../variables/variable-rows.ts';
import type { SearchEntry, SearchIndex, SearchKind } from '../../payloads/search.ts';
import { sitePages } from '../page-frame/page-list.ts';
import { labelOfNode, titleOfKind } from '../kinds/labels.ts';
import { titleBesideNumber } from '../document-titles.ts';
import { shortName } from '../document-names.ts';
import { describingFields, listOf, textOf } from '../variables/definition-values.ts';

export function searchIndex(graph: GraphView): SearchIndex {
  const kinds = searchKinds(graph);
  const codes = new Map(kinds.map(({ id }, code) => [id, code]));
  const pages = sitePages(graph);
  const named = [
    ...variableRows(graph).map((row) => variableEntry(graph, row)),
    ...graph.documents.map((facts) => documentEntry(graph, facts)),
    ...graph.documents.flatMap((facts) => sectionEntries(graph, facts)),
    ...requirementViews(graph).map(({ id, title }) => entry('requirement', id, urls.requirements(id), title)),
    ...attributeGroups(graph)
      .flatMap((group) => group.attributes)
      .map(({ name, meaning }) => entry('attribute', name, urls.attributes(name), meaning)),
    ...graph.nodes
      .filter(isPhase)
      .map(({ number, title }) => entry('phase', `Phase ${number}`, urls.phase(number), title)),
    ...graph.nodes.filter(isDefined).map((node) => thingEntry(graph, node)),
    ...rulesOf(graph.config).map((rule) => entry(RULE, rule.id, urls.rule(rule.id), rule.summary)),
    ...pages.map(({ title, url }) => entry(PAGE, title, url, '')),
  ];
  return {
    kinds,
    entries: named.map(([kind, ...rest]) => [codes.get(kind)!, ...rest]),
    aliases: Object.fromEntries([
      ...graph.documents.map(({ id }) => [urls.document(id), namesInFile(id)]),
      ...pages.flatMap(({ url, aliases }) => (aliases ? [[url, aliases]] : [])),
    ]),
    announcements: announcementsOf(graph.kinds),
  };
}

/** Rules and pages of the site are no kinds of the graph. */
const RULE = 'rule';
const PAGE = 'page';

/** The words of a document's file name: readers know "server-image" as well as the title. */
function namesInFile(id: string): string[] {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return [name, name.replace(/^\d+-/, '')];
}

const DOCUMENT: GraphNode['kind'] = 'document';

/** The kinds whose entries are parts of documents. */
const PARTS: ReadonlySet<string> = new Set(['section', 'step']);

/** Kinds by their rank; rules and pages come last. */
function searchKinds({ kinds }: GraphView): SearchKind[] {
  const own = kinds
    .toSorted((a, b) => a.search.rank - b.search.rank)
    .map(({ id, name, search }): SearchKind => ({
      id,
      title: titleOfKind({ name }),
      ...(search.isName && { isName: true }),
      ...(id === DOCUMENT && { isDocument: true }),
      ...(PARTS.has(id) && { isPart: true }),
    }));
  return [
    ...own,
    { id: RULE, title: 'Rules', isName: true, isAside: true },
    { id: PAGE, title: 'Pages of this site', isName: true },
  ];
}

type NamedEntry = [kind: string, ...rest: SearchEntry extends [number, ...infer Rest] ? Rest : never];

/** An entry without trailing fields that are empty. */
function entry(
  kind: string,
  title: string,
  url: string,
  context: string,
  { number = '', hiddenWords = '', place = '' } = {},
): NamedEntry {
  const names = [kind, title, url, context] as const;
  if (place) return [...names, number, hiddenWords, place];
  if (hiddenWords) return [...names, number, hiddenWords];
  return number ? [...names, number] : [...names];
}

/** A thing of a kind that documents define, found by its label, its title and its fields. */
function thingEntry(graph: GraphView, node: DefinedNode): NamedEntry {
  const facts = graph.document(node.document)!;
  const title = node.title === node.name ? '' : node.title;
  return entry(node.kind, labelOfNode(graph, node), urlOfNode(graph, node.id) ?? '#', title, {
    number: node.name,
    hiddenWords: Object.values(node.fields ?? {})
      .filter((value) => value !== title)
      .join(' '),
    place: `${shortName(graph, facts)} ${titleBesideNumber(facts)}`,
  });
}

function variableEntry(graph: GraphView, { name, url, description, lines }: VariableRow): NamedEntry {
  return entry('variable', name, url, description, {
    hiddenWords: valuesOf(graph, name),
    place: lines[0]?.place.label,
  });
}

function documentEntry(graph: GraphView, facts: DocumentFacts): NamedEntry {
  const title = titleBesideNumber(facts);
  return entry(DOCUMENT, title, urls.document(facts.id), shortName(graph, facts), {
    number: facts.number,
    hiddenWords: title === facts.title ? '' : facts.title,
  });
}

function sectionEntries(graph: GraphView, facts: DocumentFacts): NamedEntry[] {
  const { id, sections } = facts;
  const context = `${shortName(graph, facts)} ${titleBesideNumber(facts)}`;
  const titles = new Map(sections.map((section) => [section.slug, section.title]));
  return sections
    .filter(({ slug }) => !isTitleSection(slug, facts))
    .map((section) =>
      entry(section.step ? 'step' : 'section', section.heading, urls.section(id, section.slug), context, {
        number: numberOf(section),
        // The enclosing section says what the steps are steps of: "boot step" means those of the boot sequence.
        hiddenWords: section.step && section.parent ? titles.get(section.parent) : '',
      }),
    );
}

/** The number as readers search it. The letter of an appendix alone would be found too often. */
function numberOf({ step, number, heading }: SectionFacts): string {
  if (step) return `Step ${step}`;
  if (!number || /\d/.test(number)) return number ?? '';
  return heading.startsWith(`Appendix ${number}`) ? `Appendix ${number}` : '';
}

/** The options of a variable and what it is for: "krum" and `--database` find the variable. */
function valuesOf(graph: GraphView, name: string): string {
  const definitions = graph.definitions.filter((definition) => definition.name === name);
  const words = definitions.flatMap((definition) => [
    ...listOf(definition, 'options'),
    ...describingFields(graph.scheme).map(({ id }) => textOf(definition, id) ?? ''),
  ]);
  return [...new Set(words)].filter(Boolean).join(' ');
}
