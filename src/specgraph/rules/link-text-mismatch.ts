import { isSection } from '../kinds/nodes.ts';
import { LETTER_SERIES, nameOfNumber, PLAIN_SERIES } from '../kinds/numbered.ts';
import { stepKind } from '../kinds/step.ts';
import type { DocumentFacts, GraphEdge, NamedSection, Problem, SectionFacts } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { documentsByTitle, wordsOf } from '../resolve/document-index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import { placeOf } from '../text/describe.ts';
import { inDigits } from '../text/numerals.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/**
 * Only texts that name a document of the set, a section number or the title of a section are compared; a text such as
 * "details" fits any target.
 */
export const linkTextMismatch: Rule = {
  id: 'link-text-mismatch',
  group: 'links',
  severity: 'error',
  summary: 'The document and section that a link names are those it leads to',
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.via !== 'link' || !edge.resolved || !edge.text) continue;
      yield PAUSE;
      const problem = wrongDocument(edge, graph) ?? wrongSection(edge, graph);
      if (problem) yield problem;
    }
  },
};

function wrongDocument(edge: GraphEdge, graph: GraphView): Problem | undefined {
  const target = graph.document(documentOf(edge.target) ?? '');
  // The words of a link within the page name a section of it, even where a document is called so.
  const named =
    documentByNumber(edge, graph) ??
    (edge.url?.startsWith('#') ? undefined : namedDocument(edge.text!.trim(), graph));
  if (!target || !named || (named === target.id && !isOtherFile(edge.text!.trim(), target.path)))
    return undefined;
  return {
    at: placeOf(edge),
    message: `The text says "${edge.text}", the link leads to ${target.path}.`,
    suggestion: `make both name the same document`,
  };
}

/** "spec/07-keys.md" names by its number the document spec/07-key-rotation.md, and no file. */
function isOtherFile(text: string, path: string): boolean {
  return /^[\w./-]+\.md$/.test(text) && !`/${path}`.endsWith(text.slice(text.lastIndexOf('/')));
}

/** "BOLT #7", where the configuration says that documents are called so. */
function documentByNumber({ thing }: GraphEdge, graph: GraphView): string | undefined {
  const kind = thing && graph.kind(thing.kind);
  if (!kind?.checks.includes('text')) return undefined;
  return graph.things.documentOf(kind, thing!.id)?.id;
}

function namedDocument(text: string, graph: GraphView): string | undefined {
  const path = /^[\w./-]+\.md$/.exec(text) ? text : undefined;
  const prefix = graph.config.documentPrefix;
  const number =
    prefix && text.startsWith(`${prefix}/`) ? /^\d+\b/.exec(text.slice(prefix.length + 1))?.[0] : undefined;
  if (number) return graph.document(number)?.id;
  if (!path) return documentCalled(text, graph);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sameName = graph.documentsNamed(name);
  return sameName.length === 1 ? graph.document(sameName[0])?.id : undefined;
}

/** "BOLT #7": the name with a number under which one document of the set goes. */
function documentCalled(text: string, graph: GraphView): string | undefined {
  if (!/\d/.test(text) || !/\s/.test(text)) return undefined;
  return documentsByTitle(graph.documents).get(wordsOf(text))?.id;
}

function wrongSection(edge: GraphEdge, graph: GraphView): Problem | undefined {
  const node = graph.node(edge.target);
  const facts = graph.document(documentOf(edge.target) ?? '');
  if (!edge.names || !isSection(node) || !facts) return undefined;
  const target = facts.sections.find(({ slug }) => slug === nodeId.nameOf(edge.target))!;
  return wrongNumber(edge, edge.names, target, facts) ?? wrongTitle(edge, edge.names, target, facts);
}

function wrongNumber(
  edge: GraphEdge,
  names: NamedSection,
  target: SectionFacts,
  facts: DocumentFacts,
): Problem | undefined {
  const { series = PLAIN_SERIES, number = certainly(names, target, facts) } = names;
  if (number === undefined) return undefined;
  const actual =
    series === stepKind.id
      ? target.step
      : target.label?.series === series
        ? target.label.number
        : (numberAbove(target, facts, number) ?? numberAtHead(target, names));
  if (actual === undefined || inDigits(actual) === inDigits(number)) return undefined;
  // "Annex 2" may be the second one by whatever number its heading has.
  if (series === LETTER_SERIES && /^\d/.test(number) && target.label === undefined) return undefined;
  const stated = nameOf(series, number);
  return {
    at: placeOf(edge),
    message: `The text says ${stated}, the link leads to ${nameOf(series === stepKind.id ? series : PLAIN_SERIES, actual)} ("${target.heading}").`,
    suggestion: `make both name the same section`,
  };
}

/** The doubtful number, where it can only be that of a section. */
function certainly(
  { doubtful }: NamedSection,
  target: SectionFacts,
  { sections }: DocumentFacts,
): string | undefined {
  if (!doubtful || target.number === undefined) return undefined;
  const { number, title } = doubtful;
  if (title !== undefined) return wordsOf(title) === wordsOf(target.title) ? number : undefined;
  const hasAsManyParts = number.split('.').length === target.number.split('.').length;
  return hasAsManyParts || sections.some((section) => section.number === number) ? number : undefined;
}

/** The number of the section or, where it has none, of the section that holds it; the stated one if any of them has it. */
function numberAbove(target: SectionFacts, facts: DocumentFacts, stated: string): string | undefined {
  if (target.number !== undefined) return target.number;
  // "Appendix B" is none of the numbered headings, whether the document numbers its sections or not.
  if (/^[A-Z]/.test(stated) && target.written !== undefined) return target.written;
  for (let section: SectionFacts | undefined = target; section;) {
    if (section.number !== undefined) return section.number === stated ? stated : undefined;
    const { parent }: SectionFacts = section;
    section = parent === undefined ? undefined : facts.sections.find(({ slug }) => slug === parent);
  }
  return undefined;
}

/**
 * The number at the head of a heading in a document that numbers no sections, where it is compared for certain: the
 * heading is nothing else ("1.16"), or the link has its other words.
 */
function numberAtHead(
  { written, heading }: SectionFacts,
  { number, title }: NamedSection,
): string | undefined {
  if (IS_NUMBER.test(heading))
    return IS_NUMBER.test(number ?? '') && title === undefined ? heading : undefined;
  if (written === undefined || title === undefined || !heading.startsWith(written)) return undefined;
  return wordsOf(heading.slice(written.length)) === wordsOf(title) ? written : undefined;
}

const IS_NUMBER = /^\d+(?:\.\d+)+$/;

function nameOf(series: string, number: string): string {
  if (/^[A-Z]/.test(number) || series === PLAIN_SERIES) return nameOfNumber(number);
  return `${series[0].toUpperCase()}${series.slice(1)} ${number}`;
}

/** The words are the title of another section of the same document, and of one only. */
function wrongTitle(
  edge: GraphEdge,
  { title }: NamedSection,
  target: SectionFacts,
  facts: DocumentFacts,
): Problem | undefined {
  if (title === undefined) return undefined;
  const words = wordsOf(title);
  const own = [target.title, target.heading].map(wordsOf);
  if (words === '' || own.some((text) => containsWords(text, words) || containsWords(words, text)))
    return undefined;
  if (own.some((text) => differInNumbers(text, words)))
    return {
      at: placeOf(edge),
      message: `The text says "${title}", the link leads to "${target.heading}".`,
      suggestion: `make both name the same section`,
    };
  const others = facts.sections.filter(
    (section) => wordsOf(section.title) === words || wordsOf(section.heading) === words,
  );
  if (others.length !== 1 || others[0].depth === 1 || holds(others[0], target)) return undefined;
  return {
    at: placeOf(edge),
    message: `The text says "${title}", the link leads to "${target.heading}".`,
    suggestion: `make both name the same section`,
    related: [
      { at: { file: facts.path, line: others[0].range.line }, note: `the section "${others[0].title}"` },
    ],
  };
}

/** "Conformance Clause 4: Keys" for "Conformance Clause 3: Keys": the same words around another number. */
function differInNumbers(text: string, words: string): boolean {
  const bare = text.replaceAll(NUMBERS, '#');
  return text !== words && bare === words.replaceAll(NUMBERS, '#') && /\p{L}{2,}.*\p{L}{3,}/u.test(bare);
}

const NUMBERS = /(?<![\p{L}\p{N}.])\d+(?:\.\d+)*(?![\p{L}\p{N}])/gu;

function containsWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

/** A link may name a section and lead to a place within it. */
function holds(section: SectionFacts, inner: SectionFacts): boolean {
  return inner.range.line > section.range.line && inner.range.line <= section.endLine;
}
