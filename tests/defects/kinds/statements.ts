/** Mistakes in what is said of a document, a variable or a step in more than one place. */
import { PROSE, TABLE, TEXT, onLines, replaced, type DefectKind } from '../defect.ts';

const registers = 'registers';
const statements = 'statements';
const OPPOSITES: Record<string, string> = {
  newest: 'oldest',
  oldest: 'newest',
  minimum: 'maximum',
  maximum: 'minimum',
  enabled: 'disabled',
  disabled: 'enabled',
  before: 'after',
  after: 'before',
  first: 'last',
  mandatory: 'optional',
  optional: 'mandatory',
  higher: 'lower',
  lower: 'higher',
};

export const statementKinds: readonly DefectKind[] = [
  {
    id: 'title of a document',
    group: registers,
    plant: replaced(['heading'], /^# (.+)$/g, ([, title]) => `# ${title} Manual`),
  },
  {
    id: 'title of a document in the overview',
    group: registers,
    plant: replaced(TABLE, /(?<=\]\(\d\d-[a-z-]+\.md\) \| )([A-Z][\w -]+)(?= \|)/g, ([title], { file }) =>
      file.includes('00-') ? `${title} Manual` : undefined,
    ),
  },
  {
    id: 'title in the footer',
    group: registers,
    plant: replaced(
      PROSE,
      /^\*Specification for ([^:]+): (.+)\*\\$/g,
      ([, ids, title]) => `*Specification for ${ids}: ${title} Manual*\\`,
    ),
  },
  {
    id: 'requirement in the header',
    group: registers,
    plant: replaced(
      PROSE,
      /^\*\*Requirements?:\*\* (.*?)(APPL|ML|ORCH|OBS)-0(\d)/g,
      ([, rest, family, n]) => `**Requirement:** ${rest}${family}-0${n === '1' ? '2' : '1'}`,
    ),
  },
  {
    id: 'requirement in the footer',
    group: registers,
    plant: replaced(
      PROSE,
      /^\*Specification for (APPL|ML|ORCH|OBS)-0(\d)/g,
      ([, family, n]) => `*Specification for ${family}-0${n === '1' ? '2' : '1'}`,
    ),
  },
  {
    id: 'phase in the header',
    group: registers,
    plant: replaced(PROSE, /^\*\*Phase:\*\* 0(\d)/g, ([, n]) => `**Phase:** 0${(Number(n) % 9) + 1}`),
  },
  {
    id: 'name of the phase in the header',
    group: registers,
    plant: replaced(
      PROSE,
      /^\*\*Phase:\*\* (\d\d) - ([\w -]+)/g,
      ([, n, name]) => `**Phase:** ${n} - ${name} Concepts`,
    ),
  },
  {
    id: 'phase in the footer',
    group: registers,
    plant: replaced(PROSE, /^\*Phase: 0(\d)/g, ([, n]) => `*Phase: 0${(Number(n) % 9) + 1}`),
  },
  {
    id: 'status in the header',
    group: registers,
    plant: replaced(PROSE, /^\*\*Status:\*\* Specification/g, () => '**Status:** Deferred'),
  },
  {
    id: 'version in the overview',
    group: registers,
    plant: replaced(
      TABLE,
      /(?<=\.md`?\]?(?:\([^)]+\))? \| )(\d)\.(\d)(?= \|)/g,
      ([, a, b]) => `${a}.${Number(b) + 1}`,
    ),
  },
  {
    id: 'phase of a row',
    group: registers,
    plant: replaced(TABLE, /(?<=^\| \d+ \| `FL_.*\| )(\d)(?= \|$)/g, ([n]) => String((Number(n) % 9) + 1)),
  },
  {
    id: 'mark in the matrix',
    group: registers,
    plant: replaced(TABLE, /(?<=^\| `FL_[A-Z_]+` \|.*\| )(Y|N|yes|no|-|✓)(?= \|)/gi, ([mark]) =>
      /^(?:y|yes|✓)$/i.test(mark) ? (mark === 'Y' ? 'N' : 'no') : mark === 'N' ? 'Y' : 'yes',
    ),
  },
  {
    id: 'mandatory flag of an input',
    group: registers,
    plant: replaced(
      ['table', 'code'],
      /(?<=["`])O(?=\\?\|(?:text|number|boolean|list|password|fixed))/g,
      () => 'M',
    ),
  },
  {
    id: 'type in an input string',
    group: registers,
    plant: replaced(['table', 'code'], /(?<=["`][OM]\\?\|)(number|boolean|list)(?=\\?\|)/g, () => 'text'),
  },
  {
    id: 'stale word in prose',
    group: statements,
    plant: replaced(PROSE, /\b(is|are) (specified|described)\b/g, ([, verb]) => `${verb} planned`),
  },
  {
    id: 'stale word in a cell',
    group: statements,
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'table' && /\| (?:Specification|complete|Specified|yes|YES) \|/.test(lines[i])
        ? {
            count: 1,
            by: [lines[i].replace(/\| (?:Specification|complete|Specified|yes|YES) \|/, '| deferred |')],
            what: 'deferred',
          }
        : undefined,
    ),
  },
  {
    id: 'opposite word',
    group: statements,
    plant: replaced(
      TEXT,
      new RegExp(String.raw`\b(${Object.keys(OPPOSITES).join('|')})\b`, 'g'),
      ([word]) => OPPOSITES[word],
    ),
  },
  {
    id: 'SuperLink and SuperNode exchanged in a table',
    group: statements,
    plant: replaced(TABLE, /(?<=\| )(SuperLink|SuperNode)(?= \|)/g, ([name]) =>
      name === 'SuperLink' ? 'SuperNode' : 'SuperLink',
    ),
  },
  {
    id: 'duty weakened',
    group: statements,
    plant: replaced(PROSE, /\bMUST(?! NOT)\b/g, () => 'MAY'),
  },
  {
    id: 'order of steps in a summary',
    group: statements,
    plant: replaced(TABLE, /(?<=^\| )(\d+[ab]?)(?= \| [A-Z])/g, ([n]) =>
      /^\d+$/.test(n) ? String(Number(n) + 1) : undefined,
    ),
  },
];
