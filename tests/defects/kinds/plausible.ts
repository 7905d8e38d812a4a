/** Mistakes that look right: the port of the neighbour, another tag, the singular, another threshold. */
import { CODE, PROSE, TABLE, TEXT, replaced, type DefectKind, type Group } from '../defect.ts';

const kind = (group: Group, id: string, plant: DefectKind['plant']): DefectKind => ({ id, group, plant });
const more = (digits: string, by = 1): string => String(Number(digits) + by);

const values: readonly DefectKind[] = [
  kind(
    'values',
    'port of a neighbour in prose',
    replaced(TEXT, /\bport (909[12])\b/g, ([, port]) => `port ${more(port)}`),
  ),
  kind(
    'values',
    'port beside the name of its service',
    replaced(TEXT, /(?<=\bAPI(?: \(|, port ))(909[123])\b/g, ([port]) => more(port)),
  ),
  kind(
    'values',
    'value in a table of settings',
    replaced(
      TABLE,
      /(?<=^\| (?:Rounds|Log level|Log format|Fleet API|Control API|Isolation|Strategy|Checkpointing|Keepalive) \| )([^|]+)(?= \|)/g,
      ([value]) => (/\d/.test(value) ? value.replace(/\d+/, (n) => more(n, 2)) : `other ${value}`),
    ),
  ),
  kind(
    'values',
    'sum that is written out',
    replaced(TEXT, /(?<=\d \+ \d+ = )(\d+)/g, ([n]) => more(n, 3)),
  ),
  kind(
    'values',
    'time that is said twice',
    replaced(TEXT, /(?<=\d (?:s|seconds|minutes|ms) \()(\d+)(?= (?:s|min|h|days)\))/g, ([n]) => more(n, 3)),
  ),
  kind(
    'values',
    'tag of an image',
    replaced([...TEXT, 'code'], /(?<=:[\d.]+-[\w.]+-)(ubuntu24\.04|distroless)\b/g, ([part]) =>
      part === 'distroless' ? 'slim' : 'ubuntu22.04',
    ),
  ),
  kind(
    'values',
    'size of a key or name of a hash',
    replaced([...TEXT, 'code'], /\b(4096|SHA-256)(?! MB)\b/g, ([value]) =>
      value === '4096' ? '2048' : 'SHA-512',
    ),
  ),
  kind(
    'values',
    'threshold in code',
    replaced(CODE, /(?<= [<>]=? )(\d+)(?=["\s)]|$)/g, ([n]) => more(n, 10)),
  ),
  kind(
    'values',
    'number in a diagram',
    replaced(CODE, /(?<=│.*[: ])(\d{1,4})(?= .*│)/g, ([n]) => more(n)),
  ),
  kind(
    'values',
    'number in JSON',
    replaced(CODE, /(?<=^\s*"[a-z_]+": )(\d+)(?=,?$)/g, ([n]) => more(n, 3)),
  ),
  kind(
    'values',
    'default of a Python parameter',
    replaced(CODE, /(?<=\bdef .*\w(?:: \w+)? ?= ?)(\d+(?:\.\d+)?)/g, ([n]) => more(n, 5)),
  ),
];

const names: readonly DefectKind[] = [
  kind(
    'names',
    'flag in the singular',
    replaced([...TEXT, 'code'], /--[a-z]+(?:-[a-z]+)*[^s\W]s\b(?!-)/g, ([flag]) => flag.slice(0, -1)),
  ),
  kind(
    'names',
    'file name in the plural',
    replaced(
      [...TEXT, 'code'],
      /(?<=\/[a-z-]+[^s\W])(?=\.(?:sh|env|log|toml|service|txt|yml)\b)/g,
      () => 's',
    ),
  ),
  kind(
    'names',
    'words of a name in another order',
    replaced(
      [...TEXT, 'code'],
      /\b([a-z]{2,})_([a-z]{3,})_([a-z]{3,})\b/g,
      ([, a, b, c]) => `${a}_${c}_${b}`,
    ),
  ),
  kind(
    'names',
    'Python function renamed at its call',
    replaced(CODE, /(?<!def )\b([a-z]+)_([a-z]+)_([a-z]+)\((?=.*\)\s*$)/g, ([, a, b], { languages }, i) =>
      languages[i] === 'python' ? `${a}_${b}_value(` : undefined,
    ),
  ),
  kind(
    'names',
    'folder of a path exchanged',
    replaced([...TEXT, 'code'], /\/opt\/flower\/(scripts|config|certs|data)\//g, ([, folder]) =>
      folder === 'config' ? '/opt/flower/scripts/' : '/opt/flower/config/',
    ),
  ),
];

const references: readonly DefectKind[] = [
  kind(
    'references',
    'phase behind the sections of a document',
    replaced(TEXT, /(?<=, Sections? [\d-]+ \(Phase )([1-8])(?=\))/g, ([n]) => more(n)),
  ),
  kind(
    'references',
    'number of a decision off by one',
    replaced(TEXT, /\bDR-0([1-4])\b/g, ([, n]) => `DR-0${more(n)}`),
  ),
  kind(
    'references',
    'end of a range of sections',
    replaced(TEXT, /(?<=\bSections \d+-)(\d+)\b/g, ([n]) => more(n)),
  ),
  kind(
    'references',
    'end of a range of steps',
    replaced(TEXT, /(?<=\bSteps \d+-)(\d+)\b/g, ([n]) => more(n)),
  ),
];

const statements: readonly DefectKind[] = [
  kind(
    'statements',
    'SuperLink and SuperNode exchanged in prose',
    replaced(PROSE, /(?<=\bThe )(SuperLink|SuperNode)(?= [a-z]+s\b)/g, ([name]) =>
      name === 'SuperLink' ? 'SuperNode' : 'SuperLink',
    ),
  ),
];

export const plausibleKinds: readonly DefectKind[] = [...values, ...names, ...references, ...statements];
