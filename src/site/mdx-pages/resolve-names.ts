/**
 * Resolves the names that the MDX pages use in their components (`<Variable name="…" />`). A name that does not exist
 * stops the build with an error that names the page.
 */
import type { GraphView, SectionFacts } from '#specgraph';
import { rulesOf } from '#specgraph';
import { didYouMean } from '#specgraph/text/did-you-mean';
import { documentPage } from '../documents/document-page.ts';
import type { Picture } from '../pictures/neighbourhood.ts';
import { route, urls } from '../urls.ts';
import { descriptionOf, definitionsByName } from '../variables/variable-rows.ts';
import { shortName } from '../document-names.ts';

export function resolveVariable(
  graph: GraphView,
  name: string,
  page: string,
): { url: string; title: string } {
  const byName = definitionsByName(graph);
  const definitions = byName.get(name);
  if (!definitions) throw unknownName(page, `<Variable name="${name}" />`, 'variable', name, byName.keys());
  return { url: urls.variable(name), title: descriptionOf(graph, definitions) };
}

export function resolveDocument(
  graph: GraphView,
  { of, section }: { of: string; section?: string },
  page: string,
): { url: string; label: string; title: string } {
  const facts = graph.document(of);
  if (!facts)
    throw unknownName(
      page,
      `<Document of="${of}" />`,
      'document',
      of,
      graph.documents.flatMap(({ id, number }) => [id, ...(number ? [number] : [])]),
    );
  const short = shortName(graph, facts);
  if (section === undefined) return { url: urls.document(facts.id), label: short, title: facts.title };
  const found = graph.section(facts.id, section);
  if (!found)
    throw unknownName(
      page,
      `<Document of="${of}" section="${section}" />`,
      `section of ${short}`,
      section,
      facts.sections.flatMap(({ number }) => number ?? []),
    );
  return {
    url: urls.section(facts.id, found.slug),
    label: `${sectionName(found)} of ${short}`,
    title: found.heading,
  };
}

/** "Section 6d", "Appendix A", or the heading of one without a number. */
function sectionName({ number, heading }: SectionFacts): string {
  return /^(?:the )?Appendix\b/.test(heading)
    ? heading.split(':')[0]
    : number === undefined
      ? `"${heading}"`
      : `Section ${number}`;
}

export function resolveNeighbourhood(graph: GraphView, document: string, page: string): Picture {
  const facts = graph.document(document);
  if (!facts)
    throw unknownName(
      page,
      `<SmallGraph of="${document}" />`,
      'document',
      document,
      graph.documents.map(({ id }) => id),
    );
  return documentPage(graph, facts).picture;
}

export function resolveRule(graph: GraphView, id: string, page: string): { url: string; summary: string } {
  const rules = rulesOf(graph.config);
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule)
    throw unknownName(
      page,
      `<Rule id="${id}" />`,
      'rule',
      id,
      rules.map((candidate) => candidate.id),
    );
  return { url: urls.rule(id), summary: rule.summary };
}

/** @throws for a name that is not counted */
export function resolveCount(counts: Record<string, number>, of: string, page: string): number {
  if (!Object.hasOwn(counts, of))
    throw unknownName(page, `<Count of="${of}" />`, 'count', of, Object.keys(counts));
  return counts[of];
}

function unknownName(page: string, tag: string, kind: string, name: string, known: Iterable<string>): Error {
  const suggestion = didYouMean(name, known);
  return new Error(
    `${pageSource(page)}: ${tag}: there is no ${kind} "${name}"${suggestion ? `; did you mean "${suggestion}"?` : '.'}`,
  );
}

/** "src/pages/guide.mdx" for the page at "/guide/". */
function pageSource(page: string): string {
  const path = page.slice(route().length).replace(/\/$/, '');
  return `src/pages/${path === '' ? 'index' : path}.mdx`;
}
