/** Mistakes in names: variables, flags, keys, functions, paths, files, metrics, messages. */
import { CODE, PROSE, TABLE, TEXT, replaced, slipOfWord, type DefectKind } from '../defect.ts';

const group = 'names';
const ALL = [...TEXT, 'code'] as const;

export const nameKinds: readonly DefectKind[] = [
  {
    id: 'variable misspelled in prose',
    group,
    plant: replaced(TEXT, /`(FL_)([A-Z_]{5,})`/g, ([, prefix, rest]) => `\`${prefix}${slipOfWord(rest)}\``),
  },
  {
    id: 'variable misspelled in code',
    group,
    plant: replaced(CODE, /\b(FL_)([A-Z_]{5,})\b/g, ([, prefix, rest]) => `${prefix}${slipOfWord(rest)}`),
  },
  {
    id: 'variable loses its prefix',
    group,
    plant: replaced(TEXT, /`FL_([A-Z_]{8,})`/g, ([, rest]) => `\`${rest}\``),
  },
  {
    id: 'variable without a word of its name',
    group,
    plant: replaced(TEXT, /`(FL_[A-Z]+)_[A-Z]+(_[A-Z]+)`/g, ([, a, b]) => `\`${a}${b}\``),
  },
  {
    id: 'flag misspelled',
    group,
    plant: replaced(ALL, /(?<=[\s`])--([a-z]+-[a-z-]+)\b/g, ([, flag]) => `--${slipOfWord(flag)}`),
  },
  {
    id: 'flag with another word',
    group,
    plant: replaced(ALL, /(?<=[\s`])--([a-z]+)-([a-z]+)\b/g, ([, a]) => `--${a}-name`),
  },
  {
    id: 'function misspelled at its call',
    group,
    plant: replaced(
      CODE,
      /^(\s+)([a-z]+_[a-z_]+)(?= |$)/g,
      ([, space, name]) => `${space}${slipOfWord(name)}`,
    ),
  },
  {
    id: 'function misspelled in prose',
    group,
    plant: replaced(
      TEXT,
      /`([a-z]+_[a-z_]+)(\(\))?`/g,
      ([, name, call = '']) => `\`${slipOfWord(name)}${call}\``,
    ),
  },
  {
    id: 'function misspelled at its definition',
    group,
    plant: replaced(CODE, /^([a-z]+_[a-z_]+)\(\) *\{/g, ([, name]) => `${slipOfWord(name)}() {`),
  },
  {
    id: 'path misspelled in prose',
    group,
    plant: replaced(
      TEXT,
      /`(\/(?:opt|etc|run|var|app)\/[\w./-]+\/)([\w-]+)(\.\w+)?`/g,
      ([, folder, name, extension = '']) => `\`${folder}${slipOfWord(name)}${extension}\``,
    ),
  },
  {
    id: 'folder of a path loses a letter',
    group,
    plant: replaced(ALL, /\/opt\/flower\/(\w+)s\b/g, ([, name]) => `/opt/flower/${name}`),
  },
  {
    id: 'path misspelled in code',
    group,
    plant: replaced(
      CODE,
      /(\/(?:opt|etc|run|var|app)\/[\w./-]*\/)([a-z-]{4,})/g,
      ([, folder, name]) => `${folder}${slipOfWord(name)}`,
    ),
  },
  {
    id: 'extension of a file',
    group,
    plant: replaced(
      TEXT,
      /`([\w/-]+)\.(sh|yaml|json|toml|pem|env|service)`/g,
      ([, name, extension]) =>
        `\`${name}.${({ sh: 'bash', yaml: 'yml', json: 'jsn', toml: 'tml', pem: 'crt', env: 'conf', service: 'unit' } as Record<string, string>)[extension]}\``,
    ),
  },
  {
    id: 'name of a script misspelled',
    group,
    plant: replaced(TEXT, /`([a-z]+(?:-[a-z]+)*)\.sh`/g, ([, name]) => `\`${slipOfWord(name)}.sh\``),
  },
  {
    id: 'unit or container misspelled',
    group,
    plant: replaced(
      ALL,
      /\bflower-(supernode|superlink|[a-z]+)\b(?!\/)/g,
      ([, name]) => `flower-${slipOfWord(name)}`,
    ),
  },
  {
    id: 'image misspelled',
    group,
    plant: replaced(ALL, /\bflwr\/super(link|node)/g, ([, name]) => `flwr/super-${name}`),
  },
  {
    id: 'metric misspelled',
    group,
    plant: replaced(ALL, /\b(fl_|DCGM_FI_)(\w{5,})\b/g, ([, prefix, rest]) => `${prefix}${slipOfWord(rest)}`),
  },
  {
    id: 'key of a JSON or YAML block misspelled',
    group,
    plant: replaced(
      CODE,
      /^(\s*"?)([a-z]+_[a-z_]+)("?\s*:)/g,
      ([, before, key, after]) => `${before}${slipOfWord(key)}${after}`,
    ),
  },
  {
    id: 'key misspelled in a table',
    group,
    plant: replaced(TABLE, /`([a-z]+-[a-z]+(?:-[a-z]+)*)`/g, ([, key]) => `\`${slipOfWord(key)}\``),
  },
  {
    id: 'attribute misspelled where it is published',
    group,
    plant: replaced(
      ALL,
      /\b(FL_READY|FL_ENDPOINT|FL_NODE_READY|FL_CA_CERT|FL_TLS|FL_VERSION|FL_ROLE|FL_ERROR)\b/g,
      ([name]) => `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`,
    ),
  },
  {
    id: 'log level outside its set',
    group,
    plant: replaced(ALL, /\blog (INFO|WARN|ERROR)\b/g, () => 'log NOTICE'),
  },
  {
    id: 'error message changed in a table',
    group,
    plant: replaced(
      TABLE,
      /(?<=`[^`]*)\b(Must|must|cannot|Invalid|requires|is not)\b(?=[^`]*`)/g,
      ([word]) =>
        ({
          Must: 'Should',
          must: 'should',
          cannot: 'may not',
          Invalid: 'Wrong',
          requires: 'needs',
          'is not': 'was not',
        })[word],
    ),
  },
  {
    id: 'error message changed in code',
    group,
    plant: replaced(
      CODE,
      /(?<=(?:log|echo|err|warn|ignored|raise)[^#]*["'][^"']*)\b(Must|must|cannot|Invalid|requires|is not)\b/g,
      ([word]) =>
        ({
          Must: 'Should',
          must: 'should',
          cannot: 'may not',
          Invalid: 'Wrong',
          requires: 'needs',
          'is not': 'was not',
        })[word],
    ),
  },
  {
    id: 'regular expression changed',
    group,
    plant: replaced(['table', 'code'], /\[0-9\]/g, () => '[1-9]'),
  },
  {
    id: 'endpoint misspelled',
    group,
    plant: replaced(
      ALL,
      /\/(metrics|healthz?|vm|service)\b(?=[`"\s])/g,
      ([, name]) => `/${slipOfWord(name)}`,
    ),
  },
  {
    id: 'decision that does not exist',
    group,
    plant: replaced(TEXT, /\bDR-(\d+)\b/g, () => 'DR-88'),
  },
  {
    id: 'name of a strategy misspelled',
    group,
    plant: replaced(ALL, /\b(FedAvg|FedProx|FedAdam|FedTrimmedAvg|Bulyan)\b/g, ([name]) => slipOfWord(name)),
  },
  {
    id: 'name of a product in other case',
    group,
    plant: replaced(
      PROSE,
      /\b(SuperNode|SuperLink|OpenNebula|OneGate|OneFlow)\b/g,
      ([name]) => name[0] + name.slice(1).toLowerCase(),
    ),
  },
  {
    id: 'shell variable misspelled where it is read',
    group,
    plant: replaced(CODE, /\$\{?([A-Za-z]\w{4,})\b/g, ([all, name]) =>
      name.startsWith('FL_') ? undefined : all.replace(name, slipOfWord(name)),
    ),
  },
  {
    id: 'event misspelled in its table',
    group,
    plant: replaced(TABLE, /(?<=^\| `)([a-z]+_[a-z_]+)(?=` \|)/g, ([name]) => slipOfWord(name)),
  },
  {
    id: 'value of a JSON or YAML key misspelled',
    group,
    plant: replaced(CODE, /(?<=": ")([a-z][a-z-]{3,})(?=")/g, ([value]) => slipOfWord(value)),
  },
  {
    id: 'word of a line that stands in two blocks',
    group,
    plant: function* (documents) {
      const count = new Map<string, number>();
      for (const { lines, types } of documents)
        for (const [i, line] of lines.entries())
          if (types[i] === 'code') count.set(line.trim(), (count.get(line.trim()) ?? 0) + 1);
      yield* replaced(CODE, /[a-z]{6,}/g, ([word], { lines }, i) =>
        count.get(lines[i].trim())! > 1 ? slipOfWord(word) : undefined,
      )(documents);
    },
  },
];
