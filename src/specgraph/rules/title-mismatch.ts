import { isPart, isStep } from '../kinds/nodes.ts';
import { nameOfNumber } from '../kinds/numbered.ts';
import type { DocumentFacts, GraphEdge, Problem, SectionFacts, WordsBeside } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { wordsOf } from '../resolve/document-index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import { oncePer } from '../resolve/once.ts';
import { placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/**
 * Only words that are the title of another section are reported. Words that are the title of nothing may describe the
 * section that is named.
 */
export const titleMismatch: Rule = {
  id: 'title-mismatch',
  group: 'statements',
  severity: 'error',
  summary: 'A title that stands beside the number of a section or step is its title',
  *check(graph) {
    for (const edge of graph.edges) {
      if (!edge.beside || !edge.resolved || edge.kind !== 'refers') continue;
      yield PAUSE;
      const target = targetOf(edge, graph);
      if (!target) continue;
      const wrong = edge.beside.flatMap((beside) => otherSection(beside, target) ?? []);
      if (wrong.length > 0) yield describe(edge, target, wrong[0]);
    }
  },
};

interface Target {
  facts: DocumentFacts;
  section: SectionFacts;
  isStep: boolean;
}

interface Wrong {
  words: string;
  section: SectionFacts;
}

function targetOf(edge: GraphEdge, graph: GraphView): Target | undefined {
  const node = graph.node(edge.target);
  if (!isPart(node)) return undefined;
  const facts = graph.document(documentOf(edge.target)!);
  const section = facts && sectionsBySlug(facts).get(node.slug);
  return section && { facts, section, isStep: isStep(node) };
}

const sectionsBySlug = oncePer(
  (facts: DocumentFacts) => new Map(facts.sections.map((section) => [section.slug, section])),
);

function describe(edge: GraphEdge, { facts, section, isStep }: Target, wrong: Wrong): Problem {
  const own = isStep ? `Step ${section.step}` : nameOf(section);
  const right = isStep ? `Step ${wrong.section.step}` : nameOf(wrong.section);
  const place = nodeId.kindOf(edge.source) && documentOf(edge.source) === facts.id ? '' : ` of ${facts.path}`;
  return {
    at: placeOf(edge),
    message: `"${wrong.words}" is the title of ${right}${place}; ${own} is "${section.title}".`,
    suggestion: right,
    related: [
      {
        at: { file: facts.path, line: wrong.section.range.line },
        note: `${right}, "${wrong.section.title}"`,
      },
      { at: { file: facts.path, line: section.range.line }, note: `${own}, "${section.title}"` },
    ],
  };
}

function nameOf({ number, title }: SectionFacts): string {
  if (number === undefined) return `the section "${title}"`;
  if (number === 'Appendix') return 'the Appendix';
  return nameOfNumber(number);
}

/** The section whose title stands beside the number of another one. */
function otherSection(beside: WordsBeside, { facts, section, isStep }: Target): Wrong | undefined {
  const { form } = beside;
  for (const { candidate, named } of candidatesOf(beside)) {
    if (named === '' || titlesOf(section).some((title) => isAlike(title, named))) return undefined;
    const found = titleIndex(facts).get(named) ?? partlyTitled(facts, named, form);
    if (!found || !isWrittenAsTitle(candidate, form)) continue;
    const related = found.some((other) => isOneSubject(other, section));
    const others = found.filter((other) => (isStep ? other.step !== undefined : other.number !== undefined));
    return related || others.length === 0 ? undefined : { words: candidate, section: others[0] };
  }
  return undefined;
}

/** What may be the title, as written and as titles are compared. */
const candidatesOf = oncePer(({ words, form }: WordsBeside) =>
  (form === 'end' ? endsOf(words) : [words.trim()]).map((candidate) => ({
    candidate,
    named: wordsOf(candidate),
  })),
);

/** "the GPU Detection" gives "the GPU Detection", "GPU Detection" and "Detection": a title may end the words. */
function endsOf(words: string): string[] {
  const list = words.trim().split(/\s+/);
  return list.map((_, i) => list.slice(i).join(' '));
}

/** Plain words, and a single word, are a title only with a capital letter: "before publication (Section 8)". */
function isWrittenAsTitle(words: string, form: WordsBeside['form']): boolean {
  return (form === 'marked' && /\s/.test(words)) || /^\p{Lu}/u.test(words);
}

/** Sections by the words of their titles, with and without what stands in parentheses behind them. */
const titleIndex = oncePer((facts: DocumentFacts): Map<string, SectionFacts[]> => {
  const index = new Map<string, SectionFacts[]>();
  for (const section of facts.sections) {
    if (section.depth === 1 && section.number === undefined) continue;
    for (const title of new Set(titlesOf(section))) index.set(title, [...(index.get(title) ?? []), section]);
  }
  return index;
});

const titlesOf = oncePer(({ title, heading }: SectionFacts): string[] =>
  [title, heading, title.replace(/\s*\([^()]*\)\s*$/, '')].map(wordsOf).filter((words) => words !== ''),
);

/** The one section whose title begins with these words, of which there are at least two. */
function partlyTitled(
  facts: DocumentFacts,
  words: string,
  form: WordsBeside['form'],
): SectionFacts[] | undefined {
  if (form !== 'marked' || !words.includes(' ')) return undefined;
  const found = facts.sections.filter((section) =>
    titlesOf(section).some((title) => title.startsWith(`${words} `)),
  );
  return found.length === 1 ? found : undefined;
}

/** One of the two contains the other. */
function isAlike(title: string, words: string): boolean {
  return ` ${title} `.includes(` ${words} `) || ` ${words} `.includes(` ${title} `);
}

/** A part of a section, and the first part beside the others ("General"), may go by each other's title. */
function isOneSubject(other: SectionFacts, section: SectionFacts): boolean {
  return (
    other === section ||
    holds(other, section) ||
    holds(section, other) ||
    (other.parent === section.parent && GENERAL.test(section.title))
  );
}

const GENERAL = /^(?:general|overview|introduction|basics|summary|purpose|scope|background)\b/i;

function holds(section: SectionFacts, inner: SectionFacts): boolean {
  return inner.range.line > section.range.line && inner.range.line <= section.endLine;
}
