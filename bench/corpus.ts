/** Writes a folder of generated documentation: the same bytes for the same seed, with a known number of broken links. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface GeneratedCorpus {
  files: number;
  bytes: number;
  /** "file:line" of every link whose file or heading does not exist. */
  broken: string[];
}

const WORDS = (
  'the a node agent server token value request key of in to for with must when then each other is are may cache queue store ' +
  'schema field record stream policy retry limit default option cluster certificate federation metric'
).split(' ');
const FOLDERS = [
  'guide',
  'reference',
  'concepts',
  'operations',
  'tutorials',
  'design',
  'release-notes',
  'api',
];
const SECTIONS = 10;
/** One link in this many is broken. */
const BROKEN_EVERY = 97;

/** @param root an empty folder; becomes the root of a repository, so that "/x.md" starts there */
export function writeCorpus(root: string, files: number): GeneratedCorpus {
  const random = generator(20_261_123);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const words = (count: number): string => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const names = Array.from(
    { length: files },
    (_, i) => `${FOLDERS[i % FOLDERS.length]}/page-${String(i).padStart(4, '0')}.md`,
  );
  const corpus: GeneratedCorpus = { files, bytes: 0, broken: [] };
  let links = 0;

  const link = (from: string, at: string): string => {
    const target = pick(names);
    const relative = path.posix.relative(path.posix.dirname(from), target);
    const isBroken = ++links % BROKEN_EVERY === 0;
    if (isBroken) corpus.broken.push(at);
    if (isBroken && links % 2 === 0) return `[${words(2)}](${relative.replace('.md', '-gone.md')})`;
    const slug = isBroken ? 'no-such-part' : `part-${1 + Math.floor(random() * SECTIONS)}-of-the-page`;
    return pick([`[${words(2)}](${relative}#${slug})`, `[${words(3)}](${relative}#${slug} "Title")`]);
  };

  for (const name of names) {
    const lines: string[] = [`# Page ${name}`, '', words(40), ''];
    const next = (): string => `${name}:${lines.length + 1}`;
    for (let section = 1; section <= SECTIONS; section++) {
      lines.push(`## Part ${section} of the page`, '');
      lines.push(
        `${words(30)} ${link(name, next())} ${words(25)}. See \`${pick(WORDS)}\` and **${pick(WORDS)}**; ${words(15)}.`,
        '',
      );
      lines.push(`- ${words(12)}`, `- ${words(9)} [above](#part-${section}-of-the-page)`, '');
      if (section % 3 === 0)
        lines.push('```yaml', `${pick(WORDS)}: [no link](nowhere.md)`, `${pick(WORDS)}: 3`, '```', '');
      if (section % 4 === 0) {
        lines.push('| Field | Type | Meaning |', '|---|---|---|');
        for (let row = 0; row < 4; row++)
          lines.push(`| \`${pick(WORDS)}\` | string | ${words(8)} ${link(name, next())} |`);
        lines.push('');
      }
      lines.push(words(45), '');
    }
    const text = lines.join('\n');
    corpus.bytes += Buffer.byteLength(text);
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync(path.join(root, '.git'), { recursive: true });
  return corpus;
}

/** Random numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
