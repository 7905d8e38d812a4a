/** Mistakes in what a sentence or a cell says. */
import { PROSE, TABLE, TEXT, onLines, replaced, type DefectKind } from '../defect.ts';

const group = 'statements';
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
    id: 'stale word in prose',
    group,
    plant: replaced(PROSE, /\b(is|are) (specified|described)\b/g, ([, verb]) => `${verb} planned`),
  },
  {
    id: 'stale word in a cell',
    group,
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
    group,
    plant: replaced(
      TEXT,
      new RegExp(String.raw`\b(${Object.keys(OPPOSITES).join('|')})\b`, 'g'),
      ([word]) => OPPOSITES[word],
    ),
  },
  {
    id: 'SuperLink and SuperNode exchanged in a table',
    group,
    plant: replaced(TABLE, /(?<=\| )(SuperLink|SuperNode)(?= \|)/g, ([name]) =>
      name === 'SuperLink' ? 'SuperNode' : 'SuperLink',
    ),
  },
  {
    id: 'duty weakened',
    group,
    plant: replaced(PROSE, /\bMUST(?! NOT)\b/g, () => 'MAY'),
  },
  {
    id: 'order of steps in a summary',
    group,
    plant: replaced(TABLE, /(?<=^\| )(\d+[ab]?)(?= \| [A-Z])/g, ([n]) =>
      /^\d+$/.test(n) ? String(Number(n) + 1) : undefined,
    ),
  },
  {
    id: 'quantifier',
    group,
    plant: replaced(
      TEXT,
      /\b(only|every|all|always|never)\b/g,
      ([word]) => ({ only: 'also', every: 'no', all: 'no', always: 'never', never: 'always' })[word],
    ),
  },
  {
    id: 'exit status',
    group,
    plant: replaced([...TEXT, 'code'], /\bexit (?:status |code )?([01])\b/g, ([all, n]) =>
      all.replace(n, n === '1' ? '0' : '1'),
    ),
  },
];
