/** Mistakes in the order and numbering of headings, rows and items. */
import { onLines, replaced, type Defect, type DefectKind, type SourceText } from '../defect.ts';

const group = 'structure';

function endOfSection({ types, lines }: SourceText, start: number): number {
  const depth = /^#+/.exec(lines[start])![0].length;
  let i = start + 1;
  while (i < lines.length && !(types[i] === 'heading' && /^#+/.exec(lines[i])![0].length <= depth)) i++;
  return i;
}

/** Edits of two neighbouring numbered sections; the indices are those of both headings and of what follows. */
function neighbours(
  edit: (source: SourceText, first: number, second: number, end: number) => Pick<Defect, 'lines' | 'endLine'>,
): DefectKind['plant'] {
  return function* (documents) {
    for (const source of documents) {
      const { lines, types, file } = source;
      const heads = [...lines.keys()].filter((i) => types[i] === 'heading' && /^## \d+\. /.test(lines[i]));
      for (const [k, first] of heads.entries()) {
        const [second, end] = [heads.at(k + 1), heads.at(k + 2)];
        if (second === undefined || end === undefined) continue;
        const what = `"${lines[first]}" and "${lines[second]}"`;
        yield { file, line: first + 1, what, ...edit(source, first, second, end) };
      }
    }
  };
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
    plant: onLines(({ types, lines }, i) => {
      if (types[i] !== 'prose' || !/^(?:- |\d+\. )/.test(lines[i])) return undefined;
      const from = lines.findLastIndex((line, at) => at < i && at >= i - 4 && line.endsWith(':'));
      // The sentence that counts the items is where the mistake shows.
      return from >= 0 && /\b(?:two|three|four|five|six|seven|eight)\b/i.test(lines[from])
        ? { count: 1, by: [], what: `removed "${lines[i].slice(0, 50)}"`, from }
        : undefined;
    }),
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
  {
    id: 'titles of two sections exchanged',
    group,
    plant: neighbours((source, i, j) => {
      const [one, other] = [source.lines[i], source.lines[j]].map((line) => line.replace(/^## \d+\. /, ''));
      const lines = [...source.lines];
      lines[i] = lines[i].replace(one, () => other);
      lines[j] = lines[j].replace(other, () => one);
      return { lines, endLine: j + 1 };
    }),
  },
  {
    id: 'two sections exchanged with their numbers',
    group,
    plant: neighbours(({ lines }, i, j, end) => ({
      lines: [...lines.slice(0, i), ...lines.slice(j, end), ...lines.slice(i, j), ...lines.slice(end)],
      endLine: end,
    })),
  },
];
