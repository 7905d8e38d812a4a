/** Edits that change nothing true: the checker must stay silent about each. */
import { CODE, onLines, PROSE, replaced, TABLE, TEXT, type DefectKind, type SourceText } from './defect.ts';

export type HarmlessKind = Pick<DefectKind, 'id' | 'plant'>;

const SYNONYMS: Record<string, string> = {
  therefore: 'hence',
  because: 'since',
  also: 'too',
  needs: 'requires',
  shows: 'displays',
  usually: 'mostly',
  small: 'little',
  machine: 'host',
  starts: 'begins',
};

const isPlainParagraph = ({ types, lines }: SourceText, i: number): boolean =>
  types[i] === 'prose' &&
  types[i - 1] === 'blank' &&
  types[i + 1] === 'blank' &&
  /^[A-Z][a-z]/.test(lines[i]);

const added = (text: string, where: (source: SourceText, i: number) => boolean): DefectKind['plant'] =>
  onLines((source, i) =>
    where(source, i) ? { count: 1, by: [source.lines[i], '', text], what: `added "${text}"` } : undefined,
  );

export const HARMLESS_KINDS: readonly HarmlessKind[] = [
  {
    id: 'a synonym',
    plant: replaced(
      TEXT,
      new RegExp(String.raw`\b(${Object.keys(SYNONYMS).join('|')})\b`, 'g'),
      ([word]) => SYNONYMS[word],
    ),
  },
  {
    id: 'a sentence more',
    plant: replaced(
      PROSE,
      /(?<=[a-z]{3}\.)$/g,
      () => ' Operators should know this before they change anything.',
    ),
  },
  {
    id: 'a paragraph more',
    plant: added('This holds for every deployment, whatever its size.', isPlainParagraph),
  },
  {
    id: 'a paragraph with a reference',
    plant: added(
      'The definitions are in spec/03, Section 3, and the boot is in spec/02, Section 7.',
      isPlainParagraph,
    ),
  },
  {
    id: 'a paragraph with a default',
    plant: added(
      '`FL_NUM_ROUNDS` has the default `3`, and `FL_EDGE_MAX_BACKOFF` defaults to 300.',
      isPlainParagraph,
    ),
  },
  {
    id: 'a note about another work',
    plant: added(
      '> **Note:** RFC 5280, Section 4.2 describes the extensions of certificates.',
      isPlainParagraph,
    ),
  },
  { id: 'a list', plant: added('Two things matter here:\n\n- the order\n- the time', isPlainParagraph) },
  {
    id: 'a new block of code',
    plant: added('```bash\nsystemctl status docker --no-pager\n```', isPlainParagraph),
  },
  {
    id: 'a new table',
    plant: added(
      '| Colour | Meaning |\n|---|---|\n| green | all is well |\n| red | a fault |',
      isPlainParagraph,
    ),
  },
  {
    id: 'a table with its number of rows',
    plant: added(
      'There are two colours:\n\n| Colour | Meaning |\n|---|---|\n| green | all is well |\n| red | a fault |',
      isPlainParagraph,
    ),
  },
  {
    id: 'things that are known and a list of something else',
    plant: added(
      'For the two appliances this means:\n\n- more memory\n- more time\n- more care',
      isPlainParagraph,
    ),
  },
  {
    id: 'items in a sentence',
    plant: added('The file has three parts (a header, a body and a footer).', isPlainParagraph),
  },
  {
    id: 'a block of YAML with lists at two depths',
    plant: added('```yaml\ncolours:\n- green\n- red\nshapes:\n    - round\n```', isPlainParagraph),
  },
  {
    id: 'a loop on one line and a block that is left open on purpose',
    plant: added(
      '```bash\nfor unit in a b; do systemctl status "$unit"; done\n```\n\n```bash fragment\nif true; then\n```',
      isPlainParagraph,
    ),
  },
  { id: 'a comma less', plant: replaced(PROSE, /(?<=[a-z]{4}), (?=and [a-z])/g, () => ' ') },
  {
    id: 'bold words',
    plant: replaced(PROSE, /(?<=\bthe )(boot|service|container|operator)\b/g, ([word]) => `**${word}**`),
  },
  {
    id: 'a word with a capital letter',
    plant: replaced(PROSE, /(?<=\. )(the)\b/gi, ([word]) => (word === 'The' ? 'Then the' : word)),
  },
  {
    id: 'another order of two list items',
    plant: onLines(({ lines, types }, i) =>
      types[i] === 'prose' && /^- /.test(lines[i]) && /^- /.test(lines[i + 1] ?? '')
        ? { count: 2, by: [lines[i + 1], lines[i]], what: 'two items exchanged' }
        : undefined,
    ),
  },
  {
    id: 'wider columns',
    plant: onLines(({ lines, types }, i) =>
      types[i] === 'table' && !/^\|[-: |]+\|$/.test(lines[i]) && !lines[i].includes('\\|')
        ? { count: 1, by: [lines[i].replaceAll(' | ', '   |   ')], what: 'blanks in a row' }
        : undefined,
    ),
  },
  {
    id: 'a word more in a cell',
    plant: replaced(TABLE, /(?<=\| [a-z][a-z ,]{8,40}) \|$/g, () => ' indeed |'),
  },
  {
    id: 'a comment in code',
    plant: replaced(CODE, /(?<=^\s*# )(?=[a-z])/gi, (_, { languages }, i) =>
      /^(?:ba)?sh$/.test(languages[i] ?? '') ? 'Note: ' : undefined,
    ),
  },
  {
    id: 'an empty line more',
    plant: onLines(({ types, lines }, i) =>
      types[i] === 'blank' && types[i + 1] === 'prose' && types[i - 1] === 'prose'
        ? { count: 1, by: ['', ''], what: `one more empty line before "${lines[i + 1].slice(0, 30)}"` }
        : undefined,
    ),
  },
  {
    id: 'the same place written otherwise',
    plant: replaced(PROSE, /\bSection (\d+)(?=[.,;] )(?!\.\d)/g, ([, n]) => `section ${n}`),
  },
  {
    id: 'an example address',
    plant: replaced(CODE, /\b192\.168\.1\.(\d+)\b/g, ([, last]) => `192.168.7.${last}`),
  },
  {
    id: 'a title repeated beside its number',
    plant: replaced(PROSE, /(?<=spec\/03, )Section 8(?=[.,;])/g, () => 'Section 8 (Validation Strategy)'),
  },
  {
    id: 'another product with its version',
    plant: added('The tests run on Debian 12.10 and with `example/tools:0.9.1`.', isPlainParagraph),
  },
  {
    id: 'another version of a product, on purpose',
    plant: added('An upgrade from Ubuntu 22.04 is described elsewhere.', isPlainParagraph),
  },
  {
    id: 'a file with its own mode and owner',
    plant: added('The file `notes.txt` belongs to root:root and has mode 0640.', isPlainParagraph),
  },
  { id: 'a quantity as a word', plant: replaced(PROSE, /\b2 (?=clients|zones|nodes)/g, () => 'two ') },
  {
    id: 'a message that no code prints',
    plant: added(
      'Docker prints `Cannot reach the daemon, it may not run.` when it is stopped.',
      isPlainParagraph,
    ),
  },
  {
    id: 'a quoted message with its value filled in',
    plant: added(
      "For example: `Invalid FL_NUM_ROUNDS: 'abc'. Must be a positive integer.`",
      isPlainParagraph,
    ),
  },
  {
    id: 'a log line of a listed level',
    plant: added('```bash\nlog DEBUG "Reads the file again."\n```', isPlainParagraph),
  },
  {
    id: 'the levels of another program',
    plant: added('Python has the levels DEBUG, INFO, WARNING, ERROR and CRITICAL.', isPlainParagraph),
  },
  {
    id: 'another endpoint',
    plant: added(
      'Prometheus itself answers at `:9090/api/v1/query` and `:9090/-/healthy`.',
      isPlainParagraph,
    ),
  },
  {
    id: 'a name of a product in small letters in code',
    plant: added('The command is `onegate vm show`, and the file is `opennebula.conf`.', isPlainParagraph),
  },
  {
    id: 'another order of another thing',
    plant: added('The log lists the newest lines first.', isPlainParagraph),
  },
  {
    id: 'the pattern of another name',
    plant: added('A label matches `^[a-z][a-z0-9]*$` in Prometheus.', isPlainParagraph),
  },
];
