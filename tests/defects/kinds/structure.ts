/** Mistakes in the order and numbering of headings, rows and items. */
import { onLines, replaced, type DefectKind, type SourceText } from '../defect.ts';

const group = 'structure';

function endOfSection({ types, lines }: SourceText, start: number): number {
  const depth = /^#+/.exec(lines[start])![0].length;
  let i = start + 1;
  while (i < lines.length && !(types[i] === 'heading' && /^#+/.exec(lines[i])![0].length <= depth)) i++;
  return i;
}

export const structureKinds: readonly DefectKind[] = [
  {
    id: 'number of a heading',
    group,
    plant: replaced(['heading'], /^(##+) (\d+)\. /g, ([, marks, n]) => `${marks} ${Number(n) + 1}. `),
  },
  {
    id: 'number of a subheading',
    group,
    plant: replaced(
      ['heading'],
      /^(###+) (\d+)\.(\d+) /g,
      ([, marks, a, b]) => `${marks} ${a}.${Number(b) + 1} `,
    ),
  },
  {
    id: 'depth of a heading',
    group,
    plant: replaced(['heading'], /^### (?=\d)/g, () => '#### '),
  },
  {
    id: 'section removed',
    group,
    plant: onLines((source, i) =>
      source.types[i] === 'heading' && /^## \d/.test(source.lines[i])
        ? { count: endOfSection(source, i) - i, by: [], what: `removed "${source.lines[i]}"` }
        : undefined,
    ),
  },
  {
    id: 'heading removed',
    group,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'heading' && /^###? \d/.test(lines[i])
        ? { count: 2, by: [], what: `removed "${lines[i]}"` }
        : undefined,
    ),
  },
  {
    id: 'title of a section changed',
    group,
    plant: replaced(
      ['heading'],
      /^## (\d+)\. (.+)$/g,
      ([, n, title]) => `## ${n}. ${title.split(' ').reverse().join(' ')}`,
    ),
  },
  {
    id: 'number of a row',
    group,
    plant: replaced(['table'], /^\| (\d+) \|/g, ([, n]) => `| ${Number(n) + 1} |`),
  },
  {
    id: 'item of an ordered list out of order',
    group,
    plant: replaced(['prose'], /^(\d+)\. (?=[A-Z])/g, ([, n]) =>
      n === '1' ? undefined : `${Number(n) + 2}. `,
    ),
  },
  {
    id: 'item of a counted list removed',
    group,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'prose' &&
      /^(?:- |\d+\. )/.test(lines[i]) &&
      /\b(?:two|three|four|five|six|seven|eight)\b.*:$/i.test(
        lines.slice(Math.max(0, i - 4), i).find((l) => l.endsWith(':')) ?? '',
      )
        ? { count: 1, by: [], what: `removed "${lines[i].slice(0, 50)}"` }
        : undefined,
    ),
  },
  {
    id: 'row of a definition removed',
    group,
    plant: onLines(({ lines, types }, i) =>
      types[i] === 'table' && /^\| \d+ \| `FL_/.test(lines[i])
        ? { count: 1, by: [], what: `removed "${lines[i].slice(0, 50)}"` }
        : undefined,
    ),
  },
  {
    id: 'row of the rules removed',
    group,
    plant: onLines(({ lines, types, file }, i) =>
      types[i] === 'table' && file.includes('03-') && /^\| `FL_/.test(lines[i])
        ? { count: 1, by: [], what: `removed "${lines[i].slice(0, 50)}"` }
        : undefined,
    ),
  },
  {
    id: 'heading of a step',
    group,
    plant: replaced(['heading'], /Step (\d+)(?=:)/g, ([, n]) => `Step ${Number(n) + 1}`),
  },
];
