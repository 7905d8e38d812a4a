/** A proposed configuration as the text of a file. */
import { stringify } from 'yaml';
import type { ProposedEntry } from './proposal.ts';

export type ConfigFormat = 'ts' | 'yaml';

const HEAD = 'What specgraph checks besides links and sections. "specgraph explain" says what it finds.';
const NOTHING =
  'Nothing was found that needs to be said: links, anchors and section numbers are checked anyway.';

/** @returns the file with a comment above each entry */
export function writeConfig(entries: readonly ProposedEntry[], format: ConfigFormat): string {
  return format === 'ts' ? asScript(entries) : asYaml(entries);
}

function asYaml(entries: readonly ProposedEntry[]): string {
  const parts = entries.map(
    ({ key, value, reason }) => `# ${reason}\n${stringify({ [key]: value }, { singleQuote: true })}`,
  );
  return [`# ${HEAD}\n`, ...(parts.length > 0 ? parts : [`# ${NOTHING}\n`])].join('');
}

function asScript(entries: readonly ProposedEntry[]): string {
  const lines = entries.flatMap(({ key, value, reason }) => [
    `  // ${reason}`,
    `  ${key}: ${literal(value, '  ')},`,
  ]);
  return [
    `/** ${HEAD} */`,
    "import { defineConfig } from 'specgraph';",
    '',
    'export default defineConfig({',
    ...(lines.length > 0 ? lines : [`  // ${NOTHING}`]),
    '});',
    '',
  ].join('\n');
}

function literal(value: unknown, indent: string): string {
  if (typeof value === 'string')
    return value.includes('\\') ? `String.raw\`${value}\`` : `'${value.replaceAll("'", String.raw`\'`)}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, indent)).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, one]) => `${inner}${/^[a-z_]\w*$/i.test(key) ? key : `'${key}'`}: ${literal(one, inner)},`,
  );
  return `{\n${entries.join('\n')}\n${indent}}`;
}
