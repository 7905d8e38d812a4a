/** The documentation of the rules: a Markdown file beside each module. Its examples are run when the page is made. */
import type { Finding } from '#specgraph';
import { renderProse } from '../../render/index.ts';
import { runExample, type ExampleFiles } from './run-example.ts';

const pages = import.meta.glob<string>('../../specgraph/rules/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface RulePart {
  html: string;
  /** The findings of the example at the end of the part; absent for a part without an example. */
  findings?: Finding[];
}

/** Headings of the sections that end with an example. */
const EXAMPLE_HEADINGS = ['Wrong', 'Right'];
/** The headings that every page has. Other headings can stand inside an example. */
const SECTION_HEADING = /^(?=## (?:What it finds|Why|Wrong|Right|How to silence it)$)/m;

/**
 * The page of a rule in parts; undefined for a rule without a page.
 * @throws when the "Wrong" example has no findings, or the "Right" one has some
 */
export async function rulePage(id: string): Promise<RulePart[] | undefined> {
  const markdown = pages[`../../specgraph/rules/${id}.md`];
  if (markdown === undefined) return undefined;
  return Promise.all(
    partsOf(markdown).map(async ({ heading, text }) => ({
      html: await renderProse(text),
      ...(EXAMPLE_HEADINGS.includes(heading) && { findings: findingsOf(id, heading, text) }),
    })),
  );
}

function findingsOf(id: string, heading: string, text: string): Finding[] | undefined {
  const files = exampleFiles(text);
  // An example with undecodable bytes (shown as U+2400) cannot be run.
  if (Object.values(files).some((source) => source.includes('\u2400'))) return undefined;
  const findings = runExample(files).findings.filter(({ rule }) => rule === id);
  if ((heading === 'Wrong') !== findings.length > 0)
    throw new Error(
      `src/specgraph/rules/${id}.md: the example under "${heading}" gives ${findings.length} findings of ${id}`,
    );
  return findings;
}

/** Splits the page after each of its examples. */
export function partsOf(markdown: string): { heading: string; text: string }[] {
  const sections = markdown
    .split(SECTION_HEADING)
    .map((text) => ({ heading: /^## (.*)/.exec(text)?.[1].trim() ?? '', text }));
  const parts: { heading: string; text: string }[] = [];
  for (const section of sections) {
    const last = parts.at(-1);
    if (last && !EXAMPLE_HEADINGS.includes(last.heading))
      Object.assign(last, { heading: section.heading, text: last.text + section.text });
    else parts.push({ ...section });
  }
  return parts;
}

/** The files of an example: fenced blocks whose info string names the file; documents first. */
export function exampleFiles(markdown: string): ExampleFiles {
  const blocks = [
    ...(markdown.split(SECTION_HEADING).at(-1) ?? '').matchAll(/^(`{3,})\w+ (.+)\n([\s\S]*?)\n\1$/gm),
  ];
  const documents = blocks.filter(([, , name]) => name.endsWith('.md') && !name.includes('/contracts/'));
  return Object.fromEntries([...documents, ...blocks].map(([, , name, text]) => [name, `${text}\n`]));
}
