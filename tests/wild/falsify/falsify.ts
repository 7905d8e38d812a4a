/** Falsifies references of a set one at a time and compares what is reported with what is reported of the set as it is. */
import { checkGraph, createReader, type Finding } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { sourceText } from '../../defects/defect.ts';
import { generator, shuffled } from '../random.ts';
import { mentionsIn, numbersOf, type Mention, type Place } from './mentions.ts';

/** `missing`: to a number that the document lacks; `other`: to one that it has, where a link leads to the former one. */
export type Falsehood = 'missing' | 'other';

export interface Trial {
  mention: Mention;
  falsehood: Falsehood;
  /** The number that was written. */
  number: string;
  /** What is reported on the line because of it. */
  findings: Finding[];
}

/**
 * @param folder of Markdown; its configuration is not read
 * @param count of references for each falsehood; the same ones in every run with the same seed
 */
export async function falsify(folder: string, count: number, seed: number): Promise<Trial[]> {
  const { corpus, config } = await loadProject(folder, { cwd: folder, config: false });
  const reader = createReader(config);
  const documents = corpus.files.map(({ path, text }) => sourceText(path, text));
  const check = (file?: string, text?: string): Finding[] => {
    const files = corpus.files.map((one) => (one.path === file ? { ...one, text: text! } : one));
    return checkGraph(reader.read({ ...corpus, files })).findings;
  };
  const key = ({ file, line, rule, message }: Finding): string => [file, line, rule, message].join('\n');
  const before = check();
  const known = new Set(before.map(key));
  // A reader is sent to such a line anyway.
  const reported = new Set(before.map(({ file, line }) => `${file}:${line}`));
  const random = generator(seed);
  const all = mentionsIn(documents).filter(({ source, line }) => !reported.has(`${source.file}:${line + 1}`));
  const linked = all.filter(({ source, line, start }) => /\]\([^)]*#/.test(source.lines[line].slice(start)));
  const trials: Trial[] = [];
  for (const [falsehood, mentions] of [
    ['missing', all],
    ['other', linked.filter(isInLink)],
  ] as const)
    for (const mention of sample(mentions, count, random)) {
      const number = falsehood === 'missing' ? missingNumber(mention, random) : otherNumber(mention, random);
      if (number === undefined) continue;
      const { source, line, start } = mention;
      const lines = source.lines.with(
        line,
        source.lines[line].slice(0, start) + number + source.lines[line].slice(start + mention.number.length),
      );
      const findings = check(source.file, lines.join('\n')).filter(
        (finding) =>
          !known.has(key(finding)) &&
          finding.file === source.file &&
          finding.line <= line + 1 &&
          finding.endLine > line,
      );
      trials.push({ mention, falsehood, number, findings });
    }
  return trials;
}

function isInLink({ source, line, start }: Mention): boolean {
  const text = source.lines[line];
  return text.lastIndexOf('[', start) > text.lastIndexOf(']', start);
}

const PLACES: readonly Place[] = ['text', 'link text', 'list', 'table'];

/** As many of each place as there are, up to `count` in all. */
function sample(mentions: readonly Mention[], count: number, random: () => number): Mention[] {
  const groups = PLACES.map((place) =>
    shuffled(
      mentions.filter((one) => one.place === place),
      random,
    ),
  );
  const chosen: Mention[] = [];
  while (chosen.length < count && groups.some((group) => group.length > 0))
    for (const group of groups) {
      const next = group.pop();
      if (next && chosen.length < count) chosen.push(next);
    }
  return chosen;
}

/** The number behind the last neighbour, or up to three further: "4.7" or "4.9" where 4 has six parts. */
function missingNumber({ number, target }: Mention, random: () => number): string {
  const numbers = numbersOf(target);
  const [, head, last, letter] = /^(.*?)(\d+|[A-Z])([a-z]?)$/.exec(number)!;
  const next = (by: number): string =>
    letter
      ? head + last + String.fromCharCode(letter.charCodeAt(0) + by)
      : /\d/.test(last)
        ? head + String(Number(last) + by)
        : String.fromCharCode(last.charCodeAt(0) + by);
  let by = 1;
  while (numbers.has(next(by))) by++;
  by += Math.floor(random() * 3);
  while (numbers.has(next(by))) by++;
  return next(by);
}

function otherNumber({ number, target }: Mention, random: () => number): string | undefined {
  const others = [...numbersOf(target)].filter(
    (one) => one !== number && /^\d/.test(one) === /^\d/.test(number) && /\d/.test(one) === /\d/.test(number),
  );
  return others[Math.floor(random() * others.length)];
}
