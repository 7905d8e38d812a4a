/** The page of the guide that lists every option of the configuration. */
import type { Option } from './read-options.ts';

const HEAD = `{/* "npm run configuration-page" writes this page from the schema. */}
import Base from '../../layouts/Base.astro';
import { urls } from '../../site/urls.ts';

<Base title="Configuration" description="Every option of specgraph.config.ts, .yaml and .json, with its default.">
<article class="prose guide">

# Configuration

The configuration is the nearest \`specgraph.config.ts\`, \`.mjs\`, \`.js\`, \`.json\`, \`.yaml\` or \`.yml\`: in the folder of the documents, or above it up to the root of the repository. None is needed. One in TypeScript or JavaScript is a program that a check executes; YAML and JSON are data and say the same, and \`--no-config\` ignores all of them.

\`\`\`ts
import { defineConfig } from 'specgraph';

export default defineConfig({
  title: 'Handbook',
  kinds: { decision: { defined: { headings: 'DR-{n}' }, mentioned: 'DR-{n}' } },
  rules: { 'orphan-document': 'warn' },
});
\`\`\`

\`specgraph init\` writes one that fits a folder, \`specgraph explain\` says what it does. A key that does not exist is refused, with the key that was probably meant. What a configuration names and the set does not have is a finding at its line (<a href={urls.rule('broken-pointer')}>broken-pointer</a>).

In the tables \`[]\` stands for each entry of a list, and \`*\` for a name that you choose. An option in bold is required where its entry is written. A default is given where the schema has one; where a meaning says "unless given", that is what happens without the option.

The Astro integration takes further options: \`folder\`, \`config\`, \`cwd\`, \`baseline\`, \`allowErrors\`, \`contentSecurityPolicy\`, \`site\` (over that of the configuration) and \`components\`, which replaces components of the theme: \`specgraph({ components: { SiteFooter: './src/Footer.astro' } })\`. Such a file may import the original from \`specgraph/components/SiteFooter.astro\`.
`;

const FOOT = `
</article>
</Base>
`;

/** @returns the text of the page: one section for each key of the first level */
export function configurationPage(options: readonly Option[]): string {
  const groups = Map.groupBy(options, ({ key }) => key.split(/[.[]/, 1)[0]);
  return [HEAD, ...[...groups].map(([name, inside]) => sectionOf(name, inside)), FOOT].join('');
}

function sectionOf(name: string, options: readonly Option[]): string {
  const [own, ...inner] = options;
  const intro = `\n## ${name}\n\n${[inText(own.about), `Value: ${inText(own.value)}.`].filter(Boolean).join(' ')}\n`;
  if (inner.length === 0) return intro;
  const rows = inner.map(({ key, value, default: standard, isRequired, about }) => {
    const option = isRequired ? `**\`${key}\`**` : `\`${key}\``;
    const meaning = [about, standard === undefined ? '' : `Default: \`${standard}\`.`]
      .filter(Boolean)
      .join(' ');
    return `| ${option} | ${inCell(value)} | ${inCell(meaning)} |\n`;
  });
  return `${intro}\n| option | value | meaning |\n| --- | --- | --- |\n${rows.join('')}`;
}

function inCell(text: string): string {
  return inText(text).replaceAll('|', String.raw`\|`);
}

/** Braces and angle brackets begin something else in MDX, except in code. */
function inText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[{}<]/g, String.raw`\$&`)))
    .join('');
}
