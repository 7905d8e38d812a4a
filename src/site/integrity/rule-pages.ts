/** The documentation of the rules: one Markdown file beside each module, its examples run when the page is made. */
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
  /** What the checker says of the example that ends the part; absent where the part has none. */
  findings?: Finding[];
}

/** Headings after whose section the result of its example stands. */
const EXAMPLE_HEADINGS = ['Wrong', 'Right'];
/** The headings of every page: what an example holds may look like one, and is none. */
const SECTION_HEADING = /^(?=## (?:What it finds|Why|Wrong|Right|How to silence it)$)/m;

/**
 * The page of a rule in parts; undefined while it is not written.
 * @throws when an example does not do what its heading says
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
  // Undecodable bytes cannot be written into a page: such an example stands without its result.
  if (Object.values(files).some((source) => source.includes('\u2400'))) return undefined;
  const findings = runExample(files).findings.filter(({ rule }) => rule === id);
  if ((heading === 'Wrong') !== findings.length > 0)
    throw new Error(
      `src/specgraph/rules/${id}.md: the example under "${heading}" gives ${findings.length} findings of ${id}`,
    );
  return findings;
}

/** The page cut after each of its examples. */
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
    ...(markdown.split(SECTION_HEADING).at(-1) ?? '').matchAll(/^(`{3,})\w+ (\S+)\n([\s\S]*?)\n\1$/gm),
  ];
  const documents = blocks.filter(([, , name]) => name.endsWith('.md') && !name.includes('/contracts/'));
  return Object.fromEntries([...documents, ...blocks].map(([, , name, text]) => [name, `${text}\n`]));
}
