/** Mistakes in what is said of a document, a variable or a phase in more than one place. */
import { PROSE, TABLE, TEXT, replaced, type DefectKind, type SourceText } from '../defect.ts';

const group = 'registers';
const isOverview = ({ file }: SourceText): boolean => file.includes('/00-');
/** Another requirement of the same family. */
const exchanged = (family: string, n: string): string => `${family}-0${n === '1' ? '2' : '1'}`;

export const registerKinds: readonly DefectKind[] = [
  {
    id: 'title of a document',
    group,
    plant: replaced(['heading'], /^# (.+)$/g, ([, title]) => `# ${title} Manual`),
  },
  {
    id: 'title of a document in the overview',
    group,
    plant: replaced(TABLE, /(?<=\]\(\d\d-[a-z-]+\.md\) \| )([A-Z][\w -]+)(?= \|)/g, ([title], { file }) =>
      file.includes('00-') ? `${title} Manual` : undefined,
    ),
  },
  {
    id: 'title in the footer',
    group,
    plant: replaced(
      PROSE,
      /^\*Specification for ([^:]+): (.+)\*\\$/g,
      ([, ids, title]) => `*Specification for ${ids}: ${title} Manual*\\`,
    ),
  },
  {
    id: 'requirement in the header',
    group,
    plant: replaced(
      PROSE,
      /^\*\*Requirements?:\*\* (.*?)(APPL|ML|ORCH|OBS)-0(\d)/g,
      ([, rest, family, n]) => `**Requirement:** ${rest}${family}-0${n === '1' ? '2' : '1'}`,
    ),
  },
  {
    id: 'requirement in the footer',
    group,
    plant: replaced(
      PROSE,
      /^\*Specification for (APPL|ML|ORCH|OBS)-0(\d)/g,
      ([, family, n]) => `*Specification for ${family}-0${n === '1' ? '2' : '1'}`,
    ),
  },
  {
    id: 'phase in the header',
    group,
    plant: replaced(PROSE, /^\*\*Phase:\*\* 0(\d)/g, ([, n]) => `**Phase:** 0${(Number(n) % 9) + 1}`),
  },
  {
    id: 'name of the phase in the header',
    group,
    plant: replaced(
      PROSE,
      /^\*\*Phase:\*\* (\d\d) - ([\w -]+)/g,
      ([, n, name]) => `**Phase:** ${n} - ${name} Concepts`,
    ),
  },
  {
    id: 'phase in the footer',
    group,
    plant: replaced(PROSE, /^\*Phase: 0(\d)/g, ([, n]) => `*Phase: 0${(Number(n) % 9) + 1}`),
  },
  {
    id: 'status in the header',
    group,
    plant: replaced(PROSE, /^\*\*Status:\*\* Specification/g, () => '**Status:** Deferred'),
  },
  {
    id: 'version in the overview',
    group,
    plant: replaced(
      TABLE,
      /(?<=\.md`?\]?(?:\([^)]+\))? \| )(\d)\.(\d)(?= \|)/g,
      ([, a, b]) => `${a}.${Number(b) + 1}`,
    ),
  },
  {
    id: 'phase of a row',
    group,
    plant: replaced(TABLE, /(?<=^\| \d+ \| `FL_.*\| )(\d)(?= \|$)/g, ([n]) => String((Number(n) % 9) + 1)),
  },
  {
    id: 'mark in the matrix',
    group,
    plant: replaced(TABLE, /(?<=^\| `FL_[A-Z_]+` \|.*\| )(Y|N|yes|no|-|✓)(?= \|)/gi, ([mark]) =>
      /^(?:y|yes|✓)$/i.test(mark) ? (mark === 'Y' ? 'N' : 'no') : mark === 'N' ? 'Y' : 'yes',
    ),
  },
  {
    id: 'mandatory flag of an input',
    group,
    plant: replaced(
      ['table', 'code'],
      /(?<=["`])O(?=\\?\|(?:text|number|boolean|list|password|fixed))/g,
      () => 'M',
    ),
  },
  {
    id: 'type in an input string',
    group,
    plant: replaced(['table', 'code'], /(?<=["`][OM]\\?\|)(number|boolean|list)(?=\\?\|)/g, () => 'text'),
  },
  {
    id: 'requirement of a document in the overview',
    group,
    plant: replaced(TABLE, /(?<=\.md\) \| [^|]+ \| )(APPL|ML|ORCH|OBS)-0(\d)/g, ([, family, n], source) =>
      isOverview(source) ? exchanged(family, n) : undefined,
    ),
  },
  {
    id: 'document of a requirement',
    group,
    plant: replaced(TABLE, /(?<=^\| [A-Z]+-0\d \|.*)\[`spec\/(\d\d)-[a-z-]+\.md`\]\([^)]+\)/g, ([, n]) =>
      n === '13'
        ? '[`spec/08-single-site-orchestration.md`](08-single-site-orchestration.md)'
        : '[`spec/13-monitoring-observability.md`](13-monitoring-observability.md)',
    ),
  },
  {
    id: 'phase that a phase depends on',
    group,
    plant: replaced(TABLE, /(?<=^\| \d \| [^|]+ \| )([\d, ]*\d)(?= \|)/g, ([cell], source) =>
      isOverview(source) ? cell.replace(/\d/, (n) => String((Number(n) % 9) + 1)) : undefined,
    ),
  },
  {
    id: 'requirement of a phase',
    group,
    plant: replaced(TABLE, /(?<=^\| \d \| .*)\b(APPL|ML|ORCH|OBS)-0(\d)/g, ([, family, n], source) =>
      isOverview(source) ? exchanged(family, n) : undefined,
    ),
  },
  {
    id: 'document of a phase',
    group,
    plant: replaced(TABLE, /(?<=^\| \d \| .*)\bspec\/(\d\d)\b/g, ([, n], source) =>
      isOverview(source) ? `spec/${String((Number(n) + 1) % 15).padStart(2, '0')}` : undefined,
    ),
  },
  {
    id: 'phase that changed a document last',
    group,
    plant: replaced(PROSE, /\(updated Phase (\d)\)/g, ([, n]) => `(updated Phase ${Number(n) - 1})`),
  },
  {
    id: 'number of steps',
    group,
    plant: replaced(TEXT, /\b(1\d)-step\b/g, ([, n]) => `${Number(n) + 2}-step`),
  },
  {
    id: 'description in an input string',
    group,
    plant: replaced(
      ['table', 'code'],
      /(?<=["`][OM]\\?\|(?:text|number|boolean|list)\\?\|)([A-Z][^|\\]+)/g,
      ([words]) => `${words} value`,
    ),
  },
  {
    id: 'requirement that a sentence gives its document',
    group,
    plant: replaced(
      PROSE,
      /(?<=\b(?:satisfies|meets?) (?:the part of )?)([A-Z]{2,}-0)(\d)\b/g,
      ([, id, n]) => `${id}${(Number(n) % 3) + 1}`,
    ),
  },
  {
    id: 'phase beside the words of another one',
    group,
    plant: replaced(PROSE, /(?<=[a-z] \(Phase )(\d)(?=\))/g, ([n]) => String((Number(n) % 9) + 1)),
  },
];
