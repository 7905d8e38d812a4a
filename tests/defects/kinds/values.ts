/** Mistakes in values: defaults, limits, times, ports, counts, sums. */
import { CODE, PROSE, TABLE, TEXT, replaced, slipOfNumber, type DefectKind } from '../defect.ts';

const group = 'values';
const NUMBER_WORDS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const nextWord = (word: string): string => {
  const next = NUMBER_WORDS[(NUMBER_WORDS.indexOf(word.toLowerCase()) + 1) % NUMBER_WORDS.length];
  return /^[A-Z]/.test(word) ? next[0].toUpperCase() + next.slice(1) : next;
};

export const valueKinds: readonly DefectKind[] = [
  {
    id: 'default in prose',
    group,
    plant: replaced(PROSE, /\bdefaults? (?:of |is |to )?`?(\d+)\b/g, ([all, n]) =>
      all.replace(n, String(Number(n) + 5)),
    ),
  },
  {
    id: 'default in a shell expansion',
    group,
    plant: replaced(CODE, /\$\{([A-Z_]+):-([^}\s]+)\}/g, ([, name, value]) =>
      /^\d+$/.test(value)
        ? `\${${name}:-${Number(value) + 3}}`
        : /^(?:YES|NO)$/.test(value)
          ? `\${${name}:-${value === 'NO' ? 'YES' : 'NO'}}`
          : undefined,
    ),
  },
  {
    id: 'default in a definition table',
    group,
    plant: replaced(
      TABLE,
      /(?<=\| `FL_[A-Z_]+` \| `O[^|]*(?:\\\|[^|]*)*` \| `[a-z]+` \| `)(\d+)(?=`)/g,
      ([n]) => String(Number(n) + 7),
    ),
  },
  {
    id: 'default in an input string',
    group,
    plant: replaced(CODE, /(?<=^\s*"?FL_[A-Z_]+"?\s*[=:].*\|)(\d+)(?="[\s,]*$)/g, ([n]) =>
      String(Number(n) + 4),
    ),
  },
  {
    id: 'value beside a name in prose',
    group,
    plant: replaced(
      PROSE,
      /`(FL_[A-Z_]+)=(YES|NO)`/g,
      ([, name, value]) => `\`${name}=${value === 'YES' ? 'YSE' : 'ON'}\``,
    ),
  },
  {
    id: 'option of a list renamed',
    group,
    plant: replaced(TEXT, /`(FL_[A-Z_]+)=([a-z][a-z-]+)`/g, ([, name, value]) => `\`${name}=${value}s\``),
  },
  {
    id: 'port with exchanged digits in prose',
    group,
    plant: replaced(TEXT, /\bport (9\d\d\d)\b/g, ([, port]) => `port ${slipOfNumber(port)}`),
  },
  {
    id: 'port with exchanged digits in code',
    group,
    plant: replaced(CODE, /(?<=:)(9\d\d\d)\b/g, ([port]) => slipOfNumber(port)),
  },
  {
    id: 'time limit in prose',
    group,
    plant: replaced(PROSE, /\b(\d+) s\b/g, ([, n]) => (Number(n) < 10 ? undefined : `${Number(n) + 15} s`)),
  },
  {
    id: 'number of things that a table lists, elsewhere',
    group,
    plant: replaced(
      TEXT,
      /\b(\d{1,2})(?= (?:[a-z]+ )?(?:event types|metrics|rules|notes|entries|checks)\b)/g,
      ([n]) => String(Number(n) + 1),
    ),
  },
  {
    id: 'limit of a loop in its code',
    group,
    plant: replaced(CODE, /(?<=\(\((?:waited|attempt) [<>]=? )(\d+)/g, ([n]) => String(Number(n) * 2)),
  },
  {
    id: 'pause of a loop',
    group,
    plant: replaced(CODE, /(?<=\bsleep )(\d+)/g, ([n]) => String(Number(n) * 3)),
  },
  {
    id: 'limit of a loop in the text',
    group,
    plant: replaced(
      PROSE,
      /\b(at most|up to|after|every) (\d+) (seconds|attempts)/g,
      ([, how, n, unit]) => `${how} ${Number(n) * 3} ${unit}`,
    ),
  },
  {
    id: 'exit status of a message',
    group,
    plant: replaced(TABLE, /(?<=`[^|]* [^|]*` \| )([01])(?= \|$)/g, ([n]) => (n === '1' ? '0' : '1')),
  },
  {
    id: 'unit of a time exchanged',
    group,
    plant: replaced(TEXT, /\b(\d+) s\b/g, ([, n]) => `${n} min`),
  },
  {
    id: 'size',
    group,
    plant: replaced(
      TEXT,
      /\b(\d+(?:\.\d+)?) ?(GB|MB)\b/g,
      ([, n, unit]) => `${n} ${unit === 'GB' ? 'MB' : 'GB'}`,
    ),
  },
  {
    id: 'version of an image',
    group,
    plant: replaced([...TEXT, 'code'], /(?<=flwr\/super(?:link|node):)1\.25\.0/g, () => '1.24.0'),
  },
  {
    id: 'version of the base system',
    group,
    plant: replaced(TEXT, /\bUbuntu 24\.04\b/g, () => 'Ubuntu 22.04'),
  },
  {
    id: 'version of a document in its footer',
    group,
    plant: replaced(PROSE, /^\*Version: (\d)\.(\d)\*$/g, ([, a, b]) => `*Version: ${a}.${Number(b) + 1}*`),
  },
  {
    id: 'bound of a range in prose',
    group,
    plant: replaced(PROSE, /\b(?:at least|at most|minimum of|maximum of|between) (\d+)\b/g, ([all, n]) =>
      all.replace(n, String(Number(n) * 10 + 1)),
    ),
  },
  {
    id: 'bound of a rule in a table',
    group,
    plant: replaced(TABLE, /(?:>=|<=|>|<) ?(\d+)/g, ([all, n]) => all.replace(n, String(Number(n) + 11))),
  },
  {
    id: 'bound in the code that validates',
    group,
    plant: replaced(CODE, /-(?:lt|gt|le|ge) (\d+)/g, ([all, n]) => all.replace(n, String(Number(n) + 11))),
  },
  {
    id: 'number of variables',
    group,
    plant: replaced(
      TEXT,
      /\b(\d\d) (?=(?:[a-z]+ )?(?:variables|parameters)\b)/g,
      ([, n]) => `${Number(n) + 1} `,
    ),
  },
  {
    id: 'number word before what is counted',
    group,
    plant: replaced(
      PROSE,
      /\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight)\b(?=[^.]*:$)/g,
      ([, word]) => nextWord(word),
    ),
  },
  {
    id: 'number of documents',
    group,
    plant: replaced(TEXT, /\b(fifteen|15)(?= documents|-document)/g, ([, n]) =>
      n === '15' ? '16' : 'sixteen',
    ),
  },
  {
    id: 'count in a table',
    group,
    plant: replaced(TABLE, /(?<=\| )(\d\d?)(?= \|$)/g, ([n]) => String(Number(n) + 1)),
  },
  {
    id: 'product that is written out',
    group,
    plant: replaced(TEXT, /\b(\d+) ?(?:×|x) ?\d+(?:\.\d+)? ?[a-zA-Z]* ?=/g, ([all, n]) =>
      all.replace(n, String(Number(n) + 2)),
    ),
  },
  {
    id: 'file mode',
    group,
    plant: replaced(
      [...TEXT, 'code'],
      /\b0(6|7)(\d\d)\b/g,
      ([, a, rest]) => `0${a === '6' ? '7' : '6'}${rest}`,
    ),
  },
  {
    id: 'user id',
    group,
    plant: replaced([...TEXT, 'code'], /\b49999\b/g, () => '49990'),
  },
  {
    id: 'address',
    group,
    plant: replaced(
      [...TEXT, 'code'],
      /\b10\.(\d+)\.(\d+)\.(\d+)\b/g,
      ([, a, b, c]) => `10.${a}.${b}.${slipOfNumber(c)}`,
    ),
  },
  {
    id: 'YES and NO exchanged in a table',
    group,
    plant: replaced(TABLE, /(?<=\| `?)(YES|NO)(?=`? \|)/g, ([value]) => (value === 'YES' ? 'NO' : 'YES')),
  },
  {
    id: 'type of a variable',
    group,
    plant: replaced(
      TABLE,
      /(?<=^\| \d+ \| `FL_[A-Z_]+` \|.*)\| `(boolean|number|list)` \|/g,
      () => '| `text` |',
    ),
  },
  {
    id: 'retry count',
    group,
    plant: replaced(TEXT, /\b(\d+)(?= (?:attempts|retries|tries|times))\b/g, ([n]) => String(Number(n) + 3)),
  },
  {
    id: 'version of a package',
    group,
    plant: replaced(
      [...TEXT, 'code'],
      /\b([a-z-]+)==(\d+)\.(\d+)/g,
      ([, name, a, b]) => `${name}==${a}.${Number(b) + 1}`,
    ),
  },
  {
    id: 'percentage',
    group,
    plant: replaced(TEXT, /\b(\d\d?) %/g, ([, n]) => `${Number(n) + 10} %`),
  },
];
