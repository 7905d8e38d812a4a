/** Small numbered sets whose prose refers to sections in many forms, the same ones for the same seed. */
import { readGraph } from '#specgraph';
import { randomNumbers } from './generated-set.ts';
import { projectOf, type Texts } from './refactor.ts';

type Random = (limit: number) => number;

interface Section {
  number: string;
  title: string;
  depth: number;
  slug: string;
}

interface Document {
  number: string;
  title: string;
  file: string;
  sections: Section[];
}

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta'];
/** No two sections of a set have one title. */
const TITLES = [
  'Scope Terms Keys Limits Retries Metrics Upgrade Backups Access Clock',
  'Peers Frames Ports Times Routes Names Hosts Links Queues Flags',
  'Roles Users Groups Grants Audit Tokens Login Logout Sessions Secrets',
  'Disks Pools Quotas Images Volumes Mounts Blocks Caches Trash Labels',
].map((titles) => titles.split(' '));

/** Two to four documents `spec/01-alpha.md`, …; in half of the sets documents are called `spec/01` in prose. */
export function proseSet(seed: number): Texts {
  return withoutBroken(writtenSet(seed));
}

/** Sentences with a number that nothing has would be read anew once something has it. */
function withoutBroken(files: Texts): Texts {
  const { corpus, config } = projectOf(files);
  const graph = readGraph(corpus, config);
  const resolved = new Set(
    graph.edges.filter((edge) => edge.resolved && edge.range).map(({ range }) => placeOf(range!)),
  );
  const broken = new Set(
    graph.documents.flatMap(({ path, references }) =>
      references
        .filter(({ range }) => !resolved.has(placeOf(range)))
        .map(({ range }) => `${path}:${range.line}`),
    ),
  );
  if (broken.size === 0) return files;
  return withoutBroken(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text
          .split('\n')
          .map((line, i) => (broken.has(`${path}:${i + 1}`) ? 'Words.' : line))
          .join('\n'),
      ]),
    ),
  );
}

function placeOf({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`;
}

function writtenSet(seed: number): Texts {
  const random = randomNumbers(seed * 2_654_435 + 1);
  const documents = Array.from({ length: 2 + random(3) }, (_, i) => documentOf(i, random));
  const hasPrefix = random(2) === 0;
  const config = hasPrefix ? { documentPrefix: 'spec', documentNumber: String.raw`^(\d{2})-` } : {};
  return {
    'spec/specgraph.config.json': JSON.stringify(config),
    ...Object.fromEntries(
      documents.map((one) => [`spec/${one.file}`, textOf(one, documents, random, hasPrefix)]),
    ),
  };
}

function documentOf(index: number, random: Random): Document {
  const titles = TITLES[index].toSorted(() => random(3) - 1);
  const sections: Section[] = [];
  const add = (number: string, depth: number): void => {
    const title = titles[sections.length];
    const heading = /^[A-Z]/.test(number)
      ? `Appendix ${number}: ${title}`
      : `${number}${depth === 2 ? '.' : ''} ${title}`;
    const slug = heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-');
    sections.push({ number, title, depth, slug });
  };
  for (let n = 1; n <= 3 + random(3); n++) {
    add(String(n), 2);
    if (random(4) === 0 && sections.length < 6) for (const part of [1, 2]) add(`${n}.${part}`, 3);
  }
  if (random(2) === 0) for (const letter of ['A', 'B']) add(letter, 2);
  const title = NAMES[index];
  return { number: `0${index + 1}`, title, file: `0${index + 1}-${title.toLowerCase()}.md`, sections };
}

function textOf(document: Document, all: readonly Document[], random: Random, hasPrefix: boolean): string {
  const lines = [`# ${document.title}`, ''];
  for (const { number, title, depth } of document.sections) {
    const heading = /^[A-Z]/.test(number)
      ? `Appendix ${number}: ${title}`
      : `${number}${depth === 2 ? '.' : ''} ${title}`;
    lines.push(`${'#'.repeat(depth)} ${heading}`, '');
    for (let i = random(3); i > 0; i--) lines.push(sentence(document, all, random, hasPrefix), '');
  }
  return lines.join('\n');
}

function sentence(from: Document, all: readonly Document[], random: Random, hasPrefix: boolean): string {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  const parts = Array.from({ length: 1 + random(3) }, () => reference(from, all, random, hasPrefix));
  const joined =
    parts.length === 1
      ? parts[0]
      : parts.slice(0, -1).join(', ') + pick([' and ', ', and ', ' or ', '; ']) + parts.at(-1)!;
  return pick([
    'See *.',
    'The keys follow * where they can.',
    'It is so (*).',
    'As * says, nothing is lost.',
  ]).replace('*', () => joined);
}

/** Numbers of one document with its name, which stands behind them, before them, or not at all. */
function reference(from: Document, all: readonly Document[], random: Random, hasPrefix: boolean): string {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  const owner = pick([from, ...all]);
  const section = pick(owner.sections);
  const words = wordsOf(owner, section, random);
  if (owner === from) return words + pick(['', '', ' of this document', ' of this document']);
  const first = owner.sections.find(
    ({ number }) =>
      number === /\b(?:\d[\d.]*|[A-Z])$/.exec(/^\S+ (?:[A-Z]|[\d.]*\d)|§[\d.]*\d/.exec(words)![0])![0],
  )!;
  const link = `[${owner.title}](${owner.file}${random(4) === 0 ? `#${first.slug}` : ''})`;
  const name = hasPrefix && random(2) === 0 ? `spec/${owner.number}` : link;
  return pick([`${words} of ${name}`, `${words} of ${name}`, `${name}, ${words}`]);
}

function wordsOf({ sections }: Document, section: Section, random: Random): string {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  const { number } = section;
  if (/^[A-Z]/.test(number)) return pick([`Appendix ${number}`, 'Appendices A and B']);
  const tops = sections.filter((one) => /^\d+$/.test(one.number)).map((one) => one.number);
  const [a, b] = [pick(tops), pick(tops)].map(Number);
  if (a >= b) return pick([`Section ${number}`, `§${number}`, `Section ${number}`]);
  const rest = tops.filter((one) => Number(one) > b);
  return pick([
    `Sections ${a} and ${b}`,
    `Sections ${a} or ${b}`,
    `Section ${a} or ${b}`,
    `Sections ${a}-${b}`,
    `Sections ${a} to ${b}`,
    ...(rest.length > 0 ? [`Sections ${a}, ${b} and ${rest[0]}`] : []),
  ]);
}
