/** Small sets with variables, ids and terms that prose, tables, code, contracts and the configuration name. */
import { randomNumbers } from './generated-set.ts';
import type { Texts } from './refactor.ts';

export const VARIABLES = ['FL_PORT', 'FL_PORTS', 'FL_MODE', 'FL_LOG_DIR'] as const;
export const RULES = ['REQ-1', 'REQ-2', 'REQ-11'] as const;
export const CODES = ['E_FULL', 'E_FULL_DISK', 'E_GONE'] as const;
export const TERMS = ['Relay', 'Edge Node'] as const;

const CONFIG = {
  names: { pattern: String.raw`(?<![\w-])FL_[A-Z0-9_]+(?![\w*])`, attributes: [] },
  variables: { definitions: [{ document: 'names', section: '1', group: 'Parameters', components: ['All'] }] },
  kinds: {
    rule: { defined: { list: 'REQ-{n}' }, mentioned: 'REQ-{n}' },
    code: { defined: { table: 'Code' }, mentioned: { code: '{id}' }, id: 'E_[A-Z_]+' },
    term: { defined: { bold: true }, mentioned: { words: true } },
  },
  rules: { 'unused-variable': 'off', 'orphan-document': 'off', 'unlinked-document': 'off' },
};

/** The definitions stand in one document; two more mention them at random. */
export function generatedNames(seed: number): Texts {
  const random = randomNumbers(seed);
  const newline = random(3) === 0 ? '\r\n' : '\n';
  const page = (title: string): string =>
    [`# ${title}`, ...Array.from({ length: 3 + random(4) }, () => mention(random))].join('\n\n') + '\n';
  const texts = { 'spec/names.md': DEFINITIONS, 'spec/one.md': page('One'), 'spec/sub/two.md': page('Two') };
  return {
    ...Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path, text.replaceAll('\n', newline)]),
    ),
    'spec/specgraph.config.json': JSON.stringify(CONFIG, null, 2),
    'spec/contracts/one.yaml': `phase: "1"\nmust_haves:\n  artifacts:\n    - path: spec/one.md\n      contains: ["${VARIABLES[1 + random(VARIABLES.length - 1)]}"]\n`,
  };
}

const DEFINITIONS = [
  '# Names',
  '## 1. Parameters',
  [
    '| # | Variable | Default |',
    '|---|---|---|',
    ...VARIABLES.map((name, i) => `| ${i + 1} | \`${name}\` | x |`),
  ].join('\n'),
  '## 2. Rules',
  RULES.map((rule) => `- ${rule}: it holds.`).join('\n'),
  '## 3. Codes',
  ['| Code | Meaning |', '|---|---|', ...CODES.map((code) => `| \`${code}\` | none |`)].join('\n'),
  '## 4. Terms',
  ...TERMS.map((term) => `**${term}**: a thing of the network.`),
  '',
].join('\n\n');

function mention(random: (limit: number) => number): string {
  const one = <T>(all: readonly T[]): T => all[random(all.length)];
  const [name, rule, code, term] = [one(VARIABLES), one(RULES), one(CODES), one(TERMS)];
  return one([
    `Set \`${name}\` as ${rule} asks.`,
    `A ${term.toLowerCase()} answers \`${code}\`; ${term}s do not.`,
    `| Rule | Name |\n|---|---|\n| ${rule} | \`${name}\` |`,
    `\`\`\`sh\nexport ${name}=1 # ${rule}\necho "$${name}" ${code}\n\`\`\``,
    `See https://example.org/${name} and [${rule}](https://example.org/${rule}).`,
    `${rule} and ${one(RULES)} hold for \`${name}=1\` and *${code}*.`,
  ]);
}
