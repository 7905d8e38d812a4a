/** Mistakes in what refers to another place. */
import { PROSE, TABLE, TEXT, CODE, onLines, replaced, slipOfWord, type DefectKind } from '../defect.ts';

const group = 'references';
const plusOne = (digits: string): string => String(Number(digits) + 1).padStart(digits.length, '0');

export const referenceKinds: readonly DefectKind[] = [
  {
    id: 'number of a section off by one',
    group,
    plant: replaced(TEXT, /\bSection (\d+)(?![\d.])/g, ([, n]) => `Section ${plusOne(n)}`),
  },
  {
    id: 'number of a section that does not exist',
    group,
    plant: replaced(TEXT, /\bSection (\d+)(?![\d.])/g, ([, n]) => `Section ${Number(n) + 30}`),
  },
  {
    id: 'end of a range of sections too high',
    group,
    plant: replaced(TEXT, /\bSections (\d+)-(\d+)/g, ([, a, b]) => `Sections ${a}-${Number(b) + 5}`),
  },
  {
    id: 'letter of a subsection wrong',
    group,
    plant: replaced(
      TEXT,
      /\bSection (\d+)([a-m])\b/g,
      ([, n, letter]) => `Section ${n}${String.fromCharCode(letter.charCodeAt(0) + 12)}`,
    ),
  },
  {
    id: 'decimal of a subsection wrong',
    group,
    plant: replaced(TEXT, /\bSection (\d+)\.(\d+)/g, ([, a, b]) => `Section ${a}.${Number(b) + 9}`),
  },
  {
    id: 'number of a step off by one',
    group,
    plant: replaced(TEXT, /\bStep (\d+)(?![\d.a-z])/g, ([, n]) => `Step ${plusOne(n)}`),
  },
  {
    id: 'letter of a step wrong',
    group,
    plant: replaced(
      TEXT,
      /\bStep (\d+)([a-c])\b/g,
      ([, n, letter]) => `Step ${n}${letter === 'a' ? 'c' : 'd'}`,
    ),
  },
  {
    id: 'number of a document wrong in prose',
    group,
    plant: replaced(TEXT, /(?<![\w`[/])spec\/(\d\d)(?![-\w])/g, ([, n]) => `spec/${plusOne(n)}`),
  },
  {
    id: 'number of a document that does not exist',
    group,
    plant: replaced(TEXT, /(?<![\w`[/])spec\/(\d\d)(?![-\w])/g, () => 'spec/24'),
  },
  {
    id: 'destination of a link to another document',
    group,
    plant: replaced(TEXT, /\]\((\d\d)-[a-z-]+\.md\)/g, ([all, n]) =>
      all.startsWith('](01')
        ? '](02-supernode-appliance.md)'
        : n === '14'
          ? undefined
          : '](14-edge-and-auto-scaling.md)',
    ),
  },
  {
    id: 'file name in a link misspelled',
    group,
    plant: replaced(TEXT, /\]\((\d\d-)([a-z-]+)\.md\)/g, ([, n, name]) => `](${n}${slipOfWord(name)}.md)`),
  },
  {
    id: 'file name in the text of a link misspelled',
    group,
    plant: replaced(
      TEXT,
      /\[`spec\/(\d\d-)([a-z-]+)\.md`\]/g,
      ([, n, name]) => `[\`spec/${n}${slipOfWord(name)}.md\`]`,
    ),
  },
  {
    id: 'number in the text of a link',
    group,
    plant: replaced(TEXT, /\[`spec\/(\d\d)-/g, ([, n]) => `[\`spec/${plusOne(n)}-`),
  },
  {
    id: 'link loses its closing parenthesis',
    group,
    plant: replaced(TEXT, /\]\((\d\d-[a-z-]+\.md)\)/g, ([, name]) => `](${name}`),
  },
  {
    id: 'appendix that does not exist',
    group,
    plant: replaced(TEXT, /(?<=spec\/\d\d[^.|]{0,40})\bAppendix\b(?! [A-Z])/g, () => 'Appendix C'),
  },
  {
    id: 'number of a phase off by one',
    group,
    plant: replaced(TEXT, /\bPhase (\d)(?!\d)(?=[).,:]| of)/g, ([, n]) => `Phase ${(Number(n) % 9) + 1}`),
  },
  {
    id: 'number of a phase that does not exist',
    group,
    plant: replaced(TEXT, /\bPhase (\d)(?!\d)/g, () => 'Phase 12'),
  },
  {
    id: 'requirement that does not exist',
    group,
    plant: replaced(TEXT, /\b(APPL|ORCH|ML|OBS|EDGE)-0(\d)\b/g, ([, family]) => `${family}-09`),
  },
  {
    id: 'requirement exchanged',
    group,
    plant: replaced(
      TEXT,
      /\b(APPL|ORCH|ML|OBS)-0(\d)\b/g,
      ([, family, n]) => `${family}-0${n === '1' ? '2' : '1'}`,
    ),
  },
  {
    id: 'title beside a step is that of another step',
    group,
    plant: replaced(
      PROSE,
      /\bStep (\d+[a-z]?) \(([A-Z][\w ]{4,40})\)/g,
      ([, n]) => `Step ${n} (Publish Readiness)`,
    ),
  },
  {
    id: 'section in a comment of code',
    group,
    plant: replaced(CODE, /\bSection (\d+)(?![\d.])/g, ([, n]) => `Section ${Number(n) + 30}`),
  },
  {
    id: 'step in a comment of code or a diagram',
    group,
    plant: replaced(CODE, /\b[Ss]tep (\d+)(?![\d.a-z])/g, ([, n]) => `Step ${Number(n) + 20}`),
  },
  {
    id: 'step in a table off by one',
    group,
    plant: replaced(TABLE, /\bStep (\d+)(?![\d.a-z])/g, ([, n]) => `Step ${plusOne(n)}`),
  },
  {
    id: 'document in a table off by one',
    group,
    plant: replaced(TABLE, /\bspec\/(\d\d)(?![-\w])/g, ([, n]) => `spec/${plusOne(n)}`),
  },
  {
    id: 'letter note does not exist',
    group,
    plant: replaced(TEXT, /\b10([a-o])\b/g, () => '10t'),
  },
  {
    id: 'pointer of the closing table lost',
    group,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'table' &&
      types[i - 1] === 'table' &&
      types[i + 1] === 'table' &&
      /spec\/\d\d-/.test(lines[i])
        ? { count: 1, by: [], what: `removed "${lines[i].slice(0, 60)}"` }
        : undefined,
    ),
  },
];
