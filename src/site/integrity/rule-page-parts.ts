/** The parts of the Markdown file that documents a rule, and the documents of its examples. */
import type { ExampleFiles } from './run-example.ts';

/** Headings of the sections that end with an example. */
export const EXAMPLE_HEADINGS = ['Wrong', 'Right'];
/** The headings that every page has. Other headings can stand inside an example. */
const SECTION_HEADING = /^(?=## (?:What it finds|Why|Wrong|Right|How to silence it)$)/m;

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
