/** What the search dialog looks through: short arrays, since the files are fetched. */
import { nodeId, RULES, type DocumentFacts, type GraphView } from '#specgraph';
import { attributeGroups, requirementViews } from '../registers/registers.ts';
import { shortName } from '../documents/backlinks.ts';
import { urls } from '../urls.ts';
import { variableRows } from '../variables/variables.ts';
import {
  SEARCH_KINDS,
  type SearchEntry,
  type SearchIndex,
  type SearchKind,
  type SearchTexts,
} from '../../payloads/search.ts';

export function searchIndex(graph: GraphView): SearchIndex {
  const entry = (
    kind: SearchKind,
    title: string,
    url: string,
    context: string,
    more?: string,
    place?: string,
  ): SearchEntry => {
    const number = SEARCH_KINDS.indexOf(kind);
    if (place) return [number, title, url, context, more ?? '', place];
    return more ? [number, title, url, context, more] : [number, title, url, context];
  };
  return {
    kinds: SEARCH_KINDS,
    entries: [
      ...variableRows(graph).map((row) =>
        entry(
          'variable',
          row.name,
          row.url,
          row.description,
          hiddenWords(graph, row.name),
          row.lines[0]?.place.label,
        ),
      ),
      ...graph.documents.map((d) =>
        entry('document', d.title, urls.document(d.id), shortName(d.number, d.id)),
      ),
      ...graph.documents.flatMap((d) =>
        d.sections
          .filter((section) => section.depth > 1)
          .map((section) =>
            entry(
              section.step ? 'step' : 'section',
              section.heading,
              urls.section(d.id, section.slug),
              `${shortName(d.number, d.id)} ${d.title}`,
            ),
          ),
      ),
      ...requirementViews(graph).map((r) => entry('requirement', r.id, urls.requirements(r.id), r.title)),
      ...attributeGroups(graph).flatMap((group) =>
        group.attributes.map((a) => entry('attribute', a.name, urls.attributes(a.name), a.meaning)),
      ),
      ...graph.nodes.flatMap((node) =>
        node.kind === 'phase'
          ? [
              entry(
                'phase',
                `Phase ${node.number}`,
                urls.phase(node.number),
                graph.node(nodeId.phase(node.number))!.title,
              ),
            ]
          : [],
      ),
      ...RULES.map((rule) => entry('rule', rule.id, urls.rule(rule.id), rule.summary)),
    ],
  };
}

/** What a variable may be set to and what it becomes: "krum" and `--database` lead to the variable. */
function hiddenWords(graph: GraphView, name: string): string {
  const own = graph.definitions.filter((definition) => definition.name === name);
  return [...new Set(own.flatMap(({ options, flowerMapping }) => [...(options ?? []), flowerMapping ?? '']))]
    .filter(Boolean)
    .join(' ');
}

/** @returns the words under each heading, as they are read; code included, since it is looked for as well */
export function searchTexts(graph: GraphView): SearchTexts {
  return Object.fromEntries(
    graph.documents.flatMap((facts) => {
      const texts = textsOf(facts);
      return facts.sections.flatMap(({ slug, depth }) => {
        const text = texts.get(slug)?.join(' ').replace(/\s+/g, ' ').trim();
        return text ? [[depth > 1 ? urls.section(facts.id, slug) : urls.document(facts.id), text]] : [];
      });
    }),
  );
}

/** Paragraphs, rows and code blocks of each section in the order of the document. */
function textsOf({ units, codeBlocks }: DocumentFacts): Map<string, string[]> {
  const prose = units
    .filter(({ kind }) => kind !== 'heading')
    .map(({ kind, section, text, sentences }) => ({
      section,
      text: kind === 'row' ? text.replaceAll(' | ', ' · ') : text,
      line: sentences[0]?.range.line ?? 0,
    }));
  const code = codeBlocks.map(({ section, text, range }) => ({
    section,
    text: withoutDrawing(text),
    line: range.line,
  }));
  const texts = new Map<string, string[]>();
  for (const { section, text } of [...prose, ...code].toSorted((a, b) => a.line - b.line)) {
    if (section === undefined) continue;
    const own = texts.get(section);
    if (own) own.push(text);
    else texts.set(section, [text]);
  }
  return texts;
}

/** Lines and corners of text diagrams say nothing in a line of context. */
function withoutDrawing(text: string): string {
  return text.replace(/[\u2500-\u257f]+|[-=+|_*#~]{3,}/g, ' ');
}
