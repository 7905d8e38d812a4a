/**
 * How well the words around a reference fit a section. Words of the section count by how often they stand there, as in
 * Okapi BM25 (Robertson and Zaragoza 2009); its title, and what other references to it say, count besides.
 */
import type { DocumentFacts, GraphEdge } from '../../model/index.ts';
import { isPart } from '../../kinds/nodes.ts';
import { documentOf } from '../../resolve/ids.ts';
import { oncePer } from '../../resolve/once.ts';
import { placeOf } from '../../text/describe.ts';
import { isCodeName } from '../../text/subject-words.ts';
import type { GraphView } from '../../view.ts';
import { referenceWords, type ReferenceWords } from './reference-words.ts';
import { sectionWordsOf, wordsAndParts, type SectionWords } from './section-words.ts';

/** The parameters of BM25: how soon further uses count no more, and how much longer sections are held back. */
const SATURATION = 1.2;
const BY_LENGTH = 0.3;
const OF_TEXT = 2;
const OF_TITLE = 3;
const OF_LEAD = 0.8;
const OF_REFERENCES = 1.5;
/** So many other references with a word count in full. */
const MANY_REFERENCES = 2;
const OF_CODE_NAME = 1.5;
/** A word that stands in so small a part of all sections (e^-3, a twentieth) is rare. */
const RARE = 3;
/** The subject of the whole document tells its sections apart the least. */
const OF_SUBJECT = 0.4;
/** Words behind a part of this weight are too far from the reference to say what it names. */
const MIN_OWN = 0.3;

export interface Score {
  sum: number;
  /** By word. */
  weights: Map<string, number>;
}

export type Scorer = (edge: GraphEdge, words: ReferenceWords, section: SectionWords) => Score;

/** References in prose to numbered sections and steps; comments of code are about the line beside them. */
export function isReferenceInProse({ kind, resolved, url, via, range }: GraphEdge): boolean {
  return (
    kind === 'refers' &&
    resolved &&
    range !== undefined &&
    url === undefined &&
    via !== 'block' &&
    via !== 'code'
  );
}

/** The numbered section or step that a reference leads to. */
export function sectionNamedBy(edge: GraphEdge, graph: GraphView): SectionWords | undefined {
  const node = graph.node(edge.target);
  if (!isPart(node) || node.number === undefined) return undefined;
  const facts = graph.document(documentOf(edge.target)!);
  return facts && sectionWordsOf(facts).get(node.slug);
}

export const scorerOf = oncePer((graph: GraphView): Scorer => {
  const { profileOf, rarityOf } = readReferences(graph);
  return (edge, words, section) => {
    const weights = new Map<string, number>();
    let sum = 0;
    for (const [word, part] of words) {
      const subject = subjectOf(section.facts).has(word) ? OF_SUBJECT : 1;
      const weight = part * subject * rarityOf(word) * (isCodeName(word) ? OF_CODE_NAME : 1);
      const others = (one: SectionWords): number => countOthers(profileOf(one).get(word) ?? [], edge);
      const fit =
        weight * (rarityIn(section, word) * fitOfText(section, word) + fitOfReferences(section, others));
      if (fit > 0) weights.set(word, fit);
      sum += fit;
    }
    return { sum, weights };
  };
});

function fitOfText({ counts, length, level, title, lead }: SectionWords, word: string): number {
  const count = counts.get(word) ?? 0;
  const norm = SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / level.length);
  const text = (OF_TEXT * count) / (count + norm);
  if (title.has(word)) return text + OF_TITLE;
  return lead.has(word) ? text + OF_LEAD : text;
}

function fitOfReferences(section: SectionWords, others: (one: SectionWords) => number): number {
  const own = others(section);
  if (own === 0) return 0;
  const { sections } = section.level;
  const spoken = sections.filter((one) => others(one) > 0).length;
  return OF_REFERENCES * Math.log((sections.length + 1) / spoken) * Math.min(1, own / MANY_REFERENCES);
}

/** A word that few of the sections beside each other hold tells them apart. */
function rarityIn({ level: { sections } }: SectionWords, word: string): number {
  const holders = sections.filter(({ counts }) => counts.has(word)).length;
  return holders === 0 ? 0 : Math.log((sections.length + 1) / holders);
}

const subjectOf = oncePer(
  ({ sections }: DocumentFacts): ReadonlySet<string> =>
    new Set(wordsAndParts(sections.find(({ depth }) => depth === 1)?.title ?? '')),
);

/** The references that stand elsewhere: a defect may have changed two words of one line. */
function countOthers(uses: readonly GraphEdge[], edge: GraphEdge): number {
  const { file, line } = placeOf(edge);
  return uses.filter((use) => use.range!.line !== line || use.range!.file !== file).length;
}

interface Read {
  /** The references to a section, by the words around them. */
  profileOf(section: SectionWords): ReadonlyMap<string, readonly GraphEdge[]>;
  /** 0 to 1: how rare a word is among all numbered sections of the documents that references lead to. */
  rarityOf(word: string): number;
}

function readReferences(graph: GraphView): Read {
  const profiles = new Map<SectionWords, Map<string, GraphEdge[]>>();
  const documents = new Set<DocumentFacts>();
  for (const edge of graph.edges) {
    if (!isReferenceInProse(edge)) continue;
    const section = sectionNamedBy(edge, graph);
    if (!section) continue;
    documents.add(section.facts);
    const profile = profiles.get(section) ?? new Map<string, GraphEdge[]>();
    profiles.set(section, profile);
    for (const [word, part] of referenceWords(edge, graph) ?? []) {
      if (part <= MIN_OWN) continue;
      const uses = profile.get(word);
      if (uses) uses.push(edge);
      else profile.set(word, [edge]);
    }
  }
  const holders = new Map<string, number>();
  let total = 0;
  for (const facts of documents)
    for (const { counts } of sectionWordsOf(facts).values()) {
      total++;
      for (const word of counts.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
    }
  const none: ReadonlyMap<string, readonly GraphEdge[]> = new Map();
  return {
    profileOf: (section) => profiles.get(section) ?? none,
    rarityOf: (word) => Math.min(1, Math.log((total + 1) / (holders.get(word) ?? 1)) / RARE),
  };
}
