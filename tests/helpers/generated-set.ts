/** Small sets of documents with random headings and references, the same ones for the same seed. */
import type { Texts } from './refactor.ts';

/** Random whole numbers from 0 to below `limit`; a linear congruential generator. */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % limit;
  };
}

/** How many random trials a test makes: `SPECGRAPH_TRIALS=1000 npx vitest run …` makes more of them. */
export function trialsOf(few: number): number {
  return Number(process.env.SPECGRAPH_TRIALS ?? few);
}

const TITLES = [
  ...[
    'Scope',
    'Terms',
    'Wire Format',
    'Key `rotation`',
    'Limits',
    'Retry Rules',
    'Start and Stop',
    'Metrics',
  ],
  ...['Failure Modes', 'Upgrade Path', 'Access *rights*', 'Clock Skew', 'Backups', 'Open Points'],
];

interface GeneratedSection {
  number?: string;
  title: string;
  depth: number;
  slug: string;
}

interface GeneratedDocument {
  path: string;
  title: string;
  style: 'dot' | 'plain' | 'none' | 'setext';
  newline: string;
  sections: GeneratedSection[];
}

/** Three to five documents below "spec/", one of them in a folder. Some have a table of contents, unless `hasContents` is false. */
export function generatedSet(seed: number, { hasContents = true } = {}): Texts {
  const random = randomNumbers(seed);
  const documents = Array.from({ length: 3 + random(3) }, (_, i) => generateDocument(i, random));
  return Object.fromEntries(
    documents.map((document) => [document.path, write(document, documents, random, hasContents)]),
  );
}

function generateDocument(index: number, random: (limit: number) => number): GeneratedDocument {
  const style = (['dot', 'plain', 'none', 'setext'] as const)[random(4)];
  const used = new Set<string>();
  const take = (): string => {
    const free = TITLES.filter((title) => !used.has(title));
    const title = free[random(free.length)];
    used.add(title);
    return title;
  };
  const sections: GeneratedSection[] = [];
  const isNumbered = style !== 'none';
  for (let n = 1; n <= 3 + random(3); n++) {
    const add = (number: string, depth: number): void => {
      const title = take();
      const mark = style === 'dot' && depth === 2 ? '.' : '';
      const heading = isNumbered ? `${number}${mark} ${title}` : title;
      sections.push({ number: isNumbered ? number : undefined, title, depth, slug: slugOf(heading) });
    };
    add(String(n), 2);
    if (random(3) === 0) for (let m = 1; m <= 2; m++) add(`${n}.${m}`, 3);
  }
  const folder = index === 1 ? 'spec/part/' : 'spec/';
  const name = `${String.fromCharCode(97 + index)}-document`;
  return {
    path: `${folder}${name}.md`,
    title: `Document ${String.fromCharCode(65 + index)}`,
    style,
    newline: random(4) === 0 ? '\r\n' : '\n',
    sections,
  };
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

function write(
  document: GeneratedDocument,
  all: readonly GeneratedDocument[],
  random: (limit: number) => number,
  hasContents: boolean,
): string {
  const lines = [`# ${document.title}`, ''];
  if (hasContents && document.sections.length % 2 === 0) lines.push(...contentsOf(document), '');
  for (const section of document.sections) {
    lines.push(...headingOf(section, document), '');
    for (let i = random(3); i > 0; i--) lines.push(sentence(document, all, random), '');
  }
  const text = lines.join(document.newline);
  return random(6) === 0 ? text.trimEnd() : text;
}

/** A table of contents: links with the whole heading, words alone, or a counted list of links with titles. */
function contentsOf({ title, style, sections }: GeneratedDocument): string[] {
  const form = title.charCodeAt(title.length - 1) % 3;
  const marks = { 2: 0, 3: 0 };
  return sections.map(({ number, title: words, depth, slug }) => {
    if (depth === 2) marks[3] = 0;
    const mark = form === 2 ? `${++marks[depth as 2 | 3]}.` : '-';
    const dot = style === 'dot' && depth === 2 ? '.' : '';
    const name = number === undefined || form === 2 ? words : `${number}${dot} ${words}`;
    return `${depth === 2 ? '' : '   '}${mark} ${form === 1 ? name : `[${name}](#${slug})`}`;
  });
}

function headingOf({ number, title, depth }: GeneratedSection, { style }: GeneratedDocument): string[] {
  const mark = style === 'dot' && depth === 2 ? '.' : '';
  const words = number === undefined ? title : `${number}${mark} ${title}`;
  if (style === 'setext' && depth === 2) return [words, '-'.repeat(words.length)];
  return [`${'#'.repeat(depth)} ${words}${style === 'plain' && depth === 3 ? ' ###' : ''}`];
}

function sentence(
  from: GeneratedDocument,
  all: readonly GeneratedDocument[],
  random: (limit: number) => number,
): string {
  const to = all[random(all.length)];
  const section = to.sections[random(to.sections.length)];
  const url = to === from ? '' : relative(from.path, to.path);
  const link = `[${section.number === undefined ? section.title : `${section.number} ${section.title}`}](${url}#${section.slug})`;
  const tops = to.sections.filter(({ depth, number }) => depth === 2 && number !== undefined);
  const forms = [`More is said in ${link}.`, `It follows ${link} and RFC 9110, Section 7.2.`];
  if (section.number !== undefined) {
    const owner = to === from ? '' : ` of [${to.title}](${relative(from.path, to.path)})`;
    forms.push(
      `The rules of Section ${section.number}${owner} hold.`,
      `See [§${section.number}](${url}#${section.slug}) first.`,
      ...(to === from
        ? []
        : [`As [${to.title}](${relative(from.path, to.path)}), Section ${section.number} says.`]),
      ...(tops.length > 2 ? [`Sections ${tops[0].number}-${tops.at(-1)!.number}${owner} are stable.`] : []),
      ...(tops.length > 2 ? [`Sections ${tops[0].number} and ${tops[2].number}${owner} are stable.`] : []),
    );
  }
  return forms[random(forms.length)];
}

function relative(from: string, to: string): string {
  const [inFolder, toFolder] = [from, to].map((path) => path.includes('/part/'));
  const name = to.slice(to.lastIndexOf('/') + 1);
  return inFolder === toFolder ? name : inFolder ? `../${name}` : `part/${name}`;
}
