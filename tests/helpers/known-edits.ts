/** Small sets of numbered documents, an edit by hand that leaves all references as they are, and what is wrong since. */
import { randomNumbers } from './generated-set.ts';

export type Edit = 'remove' | 'remove and leave a gap' | 'insert' | 'exchange' | 'move' | 'rename';

export const EDITS: readonly Edit[] = [
  'remove',
  'remove and leave a gap',
  'insert',
  'exchange',
  'move',
  'rename',
];

/** A reference that no longer says what it said. */
export interface Expected {
  file: string;
  line: number;
  column: number;
  endColumn: number;
  rule: 'moved-target' | 'vanished-target';
  words: string;
}

export interface KnownEdit {
  /** "remove 2. Terms of 01-gateway.md". */
  name: string;
  before: Record<string, string>;
  now: Record<string, string>;
  expected: Expected[];
  /** The titles to which the references of a line lead after all of them are corrected, by "file:line". */
  meant: Map<string, string[]>;
}

interface Section {
  title: string;
  depth: 2 | 3;
  text: string;
  /** References by sentence. */
  sentences: Reference[][];
  number: string;
}

interface Document {
  name: string;
  title: string;
  sections: Section[];
}

interface Reference {
  target: Section;
  form: Form;
  words: string;
  line: number;
  column: number;
}

/** How a reference is written: to a section of its own document, or of another one. */
type Form = (target: Section, holder: Document) => string;

const OWN_FORMS: readonly Form[] = [
  ({ number }) => `Section ${number}`,
  ({ number }) => `§${number}`,
  ({ number }) => `Section ${number} of this document`,
  (target) => `[Section ${target.number}](#${slugOf(target)})`,
];
/** Those that name their document, also behind a reference to another one. */
const CLEAR_OWN_FORMS = OWN_FORMS.slice(2);
const OTHER_FORMS: readonly Form[] = [
  ({ number }, { name, title }) => `[${title}](${name}.md), Section ${number}`,
  ({ number }, { name, title }) => `Section ${number} of [${title}](${name}.md)`,
  (target, { name, title }) => `[Section ${target.number} of ${title}](${name}.md#${slugOf(target)})`,
  (target, { name }) => `[${target.title}](${name}.md#${slugOf(target)})`,
];

const NOUNS =
  'lamp valve ledger harbour orchard river pump merchant stone child song wall salt debt noon night wind bridge tower';
const VERBS =
  'opens closes carries lists keeps warms follows counts paints lifts hides mends tastes measures';
const TITLES =
  'Scope,Terms,Wire Format,Key Rotation,Limits,Retry Rules,Start and Stop,Metrics,Failure Modes,Upgrade Path,Access Rights,Clock Skew,Backups,Open Points,Logging,Traffic,Quotas,Names,Pricing,Audits,Storage,Sessions,Tokens,Alarms,Regions,Locks,Caches,Drains,Seeds,Proofs,Leases,Votes';
const DOCUMENTS = [
  ['01-gateway', 'Gateway Rules'],
  ['02-storage-node', 'Storage Node'],
  ['03-client', 'Client Guide'],
];

function slugOf({ number, title }: Pick<Section, 'number' | 'title'>): string {
  return `${number.replace('.', '')}-${title.toLowerCase().replaceAll(' ', '-')}`;
}

/** Two or three documents of 2 to 8 sections, some with subsections, and one edit; the same for the same seed. */
export function knownEdit(seed: number, edit: Edit): KnownEdit {
  const random = randomNumbers(seed);
  const titles = TITLES.split(',');
  const take = (): string => titles.splice(random(titles.length), 1)[0];
  const textOf = textWriter(random);
  const sectionOf = (depth: 2 | 3): Section => {
    const title = take();
    return { title, depth, text: textOf(title), sentences: [], number: '' };
  };
  const documents = DOCUMENTS.slice(0, 2 + random(2)).map(([name, title]): Document => {
    const hasParts = random(3) === 0;
    const sections = Array.from({ length: 2 + random(hasParts ? 3 : 7) }, () => [
      sectionOf(2),
      ...(hasParts && random(3) === 0 ? [sectionOf(3), sectionOf(3)] : []),
    ]);
    return { name, title, sections: sections.flat() };
  });
  number(documents);
  addReferences(documents, random);
  const before = write(documents);
  const places = placesOf(documents);
  const name = apply(edit, documents, random, () => sectionOf(2));
  if (edit !== 'remove and leave a gap') number(documents);
  const now = write(documents);
  return { name, before, now, expected: expectedOf(documents, places), meant: meantBy(documents) };
}

/** Texts of one to four sentences; in some sets all sections say nearly the same. */
function textWriter(random: (limit: number) => number): (title: string) => string {
  const [nouns, verbs] = [NOUNS.split(' '), VERBS.split(' ')];
  const noun = (): string => nouns[random(nouns.length)];
  const clause = (): string => `the ${noun()} ${verbs[random(verbs.length)]} the ${noun()}`;
  const sentence = (): string => `When ${clause()}, ${clause()}${random(2) === 0 ? '' : ` and ${clause()}`}.`;
  const isUniform = random(4) === 0;
  return (title) =>
    isUniform
      ? `This section tells what holds for ${title.toLowerCase()}.`
      : Array.from({ length: 1 + random(4) }, sentence).join(' ');
}

function number(documents: readonly Document[]): void {
  for (const { sections } of documents) {
    let [top, part] = [0, 0];
    for (const section of sections) {
      if (section.depth === 2) [top, part] = [top + 1, 0];
      else part++;
      section.number = section.depth === 2 ? String(top) : `${top}.${part}`;
    }
  }
}

function addReferences(documents: readonly Document[], random: (limit: number) => number): void {
  const any = <T>(list: readonly T[]): T => list[random(list.length)];
  for (let left = 6 + random(10); left > 0; left--) {
    const from = any(documents);
    const source = any(from.sections);
    const sentence: Reference[] = [];
    let namesOther = false;
    for (let more = 1 + random(3); more > 0; more--) {
      const holder = any(documents);
      const target = any(holder.sections);
      if (target === source) continue;
      const forms = holder !== from ? OTHER_FORMS : namesOther ? CLEAR_OWN_FORMS : OWN_FORMS;
      namesOther ||= holder !== from;
      const form = any(forms);
      sentence.push({ target, form, words: form(target, holder), line: 0, column: 0 });
    }
    if (sentence.length > 0) source.sentences.push(sentence);
  }
}

/** The documents as text. The words of references stay as they are, and their places are set. */
function write(documents: readonly Document[]): Record<string, string> {
  const leads = ['It follows ', 'As written in ', 'See '];
  return Object.fromEntries(
    documents.map(({ name, title, sections }) => {
      const lines = [`# ${title}`, '', `What holds for the ${title.toLowerCase()}.`, ''];
      for (const { depth, number, title, text, sentences } of sections) {
        lines.push(`${'#'.repeat(depth)} ${number}. ${title}`, '', text, '');
        for (const [i, sentence] of sentences.entries()) {
          let line = leads[i % leads.length];
          for (const [k, reference] of sentence.entries()) {
            if (k > 0) line += '; it also obeys ';
            Object.assign(reference, { line: lines.length + 1, column: line.length + 1 });
            line += reference.words;
          }
          lines.push(`${line}.`, '');
        }
      }
      return [`spec/${name}.md`, lines.join('\n')];
    }),
  );
}

interface Place {
  document: Document;
  number: string;
  slug: string;
}

function placesOf(documents: readonly Document[]): Map<Section, Place> {
  return new Map(
    documents.flatMap((document) =>
      document.sections.map((section) => [
        section,
        { document, number: section.number, slug: slugOf(section) },
      ]),
    ),
  );
}

/** A section with its subsections. */
function blockOf({ sections }: Document, section: Section): Section[] {
  const start = sections.indexOf(section);
  const end = sections.findIndex(({ depth }, i) => i > start && depth === 2);
  return sections.slice(start, end < 0 ? undefined : end);
}

/** Edits one document or two. Returns what was done. */
function apply(
  edit: Edit,
  documents: readonly Document[],
  random: (limit: number) => number,
  newSection: () => Section,
): string {
  const document = documents[random(documents.length)];
  const tops = document.sections.filter(({ depth }) => depth === 2);
  const section = tops[random(tops.length)];
  const block = blockOf(document, section);
  const name = `${edit}: ${section.number}. ${section.title} of ${document.name}.md`;
  const blocks = tops.map((one) => blockOf(document, one));
  const at = tops.indexOf(section);
  if (edit === 'remove' || edit === 'remove and leave a gap')
    document.sections = blocks.toSpliced(at, 1).flat();
  else if (edit === 'insert') document.sections = blocks.toSpliced(at, 0, [newSection()]).flat();
  else if (edit === 'exchange') {
    const other = (at + 1 + random(tops.length - 1)) % tops.length;
    document.sections = blocks.with(at, blocks[other]).with(other, block).flat();
  } else if (edit === 'move') {
    document.sections = blocks.toSpliced(at, 1).flat();
    const goal = documents[(documents.indexOf(document) + 1) % documents.length];
    const there = goal.sections.filter(({ depth }) => depth === 2).map((one) => blockOf(goal, one));
    goal.sections = there.toSpliced(random(there.length + 1), 0, block).flat();
  } else section.title = newSection().title;
  return name;
}

/** What the unchanged words of the references say of the set now. */
function expectedOf(documents: readonly Document[], before: ReadonlyMap<Section, Place>): Expected[] {
  const now = placesOf(documents);
  return referencesOf(documents).flatMap(({ document, reference }): Expected[] => {
    const { target, words, line, column } = reference;
    const [was, is] = [before.get(target)!, now.get(target)];
    const named = words.includes('.md') ? was.document : document;
    const isLink = words.includes('#');
    const isRight = is?.document === named && (isLink ? is.slug === was.slug : is.number === was.number);
    if (isRight) return [];
    return [
      {
        file: `spec/${document.name}.md`,
        line,
        column,
        endColumn: column + words.length,
        rule: is ? 'moved-target' : 'vanished-target',
        words,
      },
    ];
  });
}

function referencesOf(documents: readonly Document[]): { document: Document; reference: Reference }[] {
  return documents.flatMap((document) =>
    document.sections.flatMap(({ sentences }) =>
      sentences.flat().map((reference) => ({ document, reference })),
    ),
  );
}

function meantBy(documents: readonly Document[]): Map<string, string[]> {
  const byLine = Map.groupBy(
    referencesOf(documents),
    ({ document, reference }) => `spec/${document.name}.md:${reference.line}`,
  );
  return new Map(
    [...byLine].map(([line, list]) => [line, list.map(({ reference }) => reference.target.title).toSorted()]),
  );
}
