/** Mistakes of form: tables, fences, headings, code that does not parse, text said twice. */
import { CODE, onLines, replaced, type DefectKind, type SourceText } from '../defect.ts';

const group = 'form';
const isRuler = (line: string | undefined): boolean => /^\|(?:\s*:?-+:?\s*\|)+$/.test(line ?? '');
const isBodyRow = ({ types, lines }: SourceText, i: number): boolean =>
  types[i] === 'table' && types[i - 1] === 'table' && !isRuler(lines[i]) && !isRuler(lines[i + 1]);
const inCode =
  (...languages: string[]) =>
  ({ languages: own }: SourceText, i: number): boolean =>
    languages.includes(own[i] ?? '');
const cells = (line: string): string[] => line.split(/(?<!\\)\|/);

export const formKinds: readonly DefectKind[] = [
  {
    id: 'row loses a cell',
    group,
    plant: onLines((source, i) => {
      const parts = cells(source.lines[i]);
      if (!isBodyRow(source, i) || parts.length < 5) return undefined;
      return {
        count: 1,
        by: [[...parts.slice(0, -2), ...parts.slice(-1)].join('|')],
        what: 'the last cell is gone',
      };
    }),
  },
  {
    id: 'row gains a cell',
    group,
    plant: onLines((source, i) =>
      isBodyRow(source, i) ? { count: 1, by: [source.lines[i] + ' x |'], what: 'one more cell' } : undefined,
    ),
  },
  {
    id: 'ruler of a table lost',
    group,
    plant: onLines(({ lines }, i) =>
      isRuler(lines[i]) ? { count: 1, by: [], what: 'the ruler is gone' } : undefined,
    ),
  },
  {
    id: 'row said twice',
    group,
    plant: onLines((source, i) =>
      isBodyRow(source, i)
        ? { count: 1, by: [source.lines[i], source.lines[i]], what: 'the row is doubled' }
        : undefined,
    ),
  },
  {
    id: 'paragraph said twice',
    group,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'prose' &&
      types[i - 1] === 'blank' &&
      types[i + 1] === 'blank' &&
      /^[A-Z`]/.test(lines[i]) &&
      lines[i].length > 60
        ? { count: 1, by: [lines[i], '', lines[i]], what: 'the paragraph is doubled' }
        : undefined,
    ),
  },
  {
    id: 'heading said twice',
    group,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'heading' && i > 5
        ? { count: 1, by: [lines[i], '', lines[i]], what: 'the heading is doubled' }
        : undefined,
    ),
  },
  {
    id: 'closing fence lost',
    group,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'fence' && /^\s*```$/.test(lines[i]) && types[i - 1] === 'code'
        ? { count: 1, by: [''], what: 'the fence is gone' }
        : undefined,
    ),
  },
  {
    id: 'quote lost in shell',
    group,
    plant: onLines((source, i) =>
      inCode('bash', 'sh', 'shell')(source, i) && /"[^"]*"\s*$/.test(source.lines[i])
        ? { count: 1, by: [source.lines[i].replace(/"\s*$/, '')], what: 'a closing quote is gone' }
        : undefined,
    ),
  },
  {
    id: 'end of a block lost in shell',
    group,
    plant: onLines((source, i) =>
      inCode('bash', 'sh', 'shell')(source, i) && /^\s*(?:fi|done|esac|\})$/.test(source.lines[i])
        ? { count: 1, by: [], what: `"${source.lines[i].trim()}" is gone` }
        : undefined,
    ),
  },
  {
    id: 'comma lost in JSON',
    group,
    plant: onLines((source, i) =>
      inCode('json')(source, i) && /,\s*$/.test(source.lines[i])
        ? { count: 1, by: [source.lines[i].replace(/,\s*$/, '')], what: 'a comma is gone' }
        : undefined,
    ),
  },
  {
    id: 'indent of YAML',
    group,
    plant: onLines((source, i) =>
      inCode('yaml', 'yml')(source, i) &&
      /^ {2,}[\w-]+: \S/.test(source.lines[i]) &&
      /^ {2,}[\w-]+: \S/.test(source.lines[i + 1] ?? '')
        ? { count: 1, by: [` ${source.lines[i]}`], what: 'one blank more' }
        : undefined,
    ),
  },
  {
    id: 'colon lost in Python',
    group,
    plant: onLines((source, i) =>
      inCode('python', 'py')(source, i) &&
      /^\s*(?:def|if|for|class|with|else|try|except).*:$/.test(source.lines[i])
        ? { count: 1, by: [source.lines[i].slice(0, -1)], what: 'the colon is gone' }
        : undefined,
    ),
  },
  {
    id: 'bracket lost in code',
    group,
    plant: replaced(CODE, /\)(?=\s*$)/g, (_, source, i) =>
      inCode('bash', 'python', 'json', 'toml')(source, i) ? '' : undefined,
    ),
  },
];
