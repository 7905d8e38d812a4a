/** The first lines of a section as Markdown. */
import type { DocumentFacts, SectionFacts } from '#specgraph';

const MAX_PARAGRAPH_LENGTH = 600;
const MAX_CODE_LINES = 8;
const MAX_TABLE_LINES = 6;
const MAX_LIST_LINES = 8;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The first paragraph, list, table or code block below a heading; of a section that consists of subsections, their
 * headings.
 * @returns "" for an empty section
 */
export function openingOf(facts: DocumentFacts, section: SectionFacts): string {
  const children = facts.sections.filter(({ parent }) => parent === section.slug);
  const lines = facts.source.split(/\r\n|\r|\n/);
  const end = children[0] ? children[0].range.line - 1 : section.endLine;
  const body = lines.slice(section.range.endLine, end);
  const first = body.findIndex((line) => /[^\s=-]/.test(line) && !line.trimStart().startsWith('<!--'));
  if (first >= 0) return firstBlock(body.slice(first));
  return children.map(({ heading }) => `- ${heading}`).join('\n');
}

function firstBlock(lines: readonly string[]): string {
  const fence = FENCE.exec(lines[0])?.[1];
  if (fence) return codeBlock(lines, fence);
  const blank = lines.findIndex((line) => line.trim() === '');
  const block = lines.slice(0, blank < 0 ? lines.length : blank);
  if (block[0].trimStart().startsWith('|')) return block.slice(0, MAX_TABLE_LINES).join('\n');
  if (/^\s*(?:[-*+]|\d+[.)])\s/.test(block[0])) return block.slice(0, MAX_LIST_LINES).join('\n');
  return shortened(block.join('\n'));
}

function codeBlock(lines: readonly string[], fence: string): string {
  const end = lines.findIndex((line, i) => i > 0 && line.trimStart().startsWith(fence));
  const code = lines.slice(0, Math.min(end < 0 ? lines.length : end, MAX_CODE_LINES + 1));
  return [...code, fence].join('\n');
}

/** Cuts a paragraph behind a word. */
function shortened(text: string): string {
  if (text.length <= MAX_PARAGRAPH_LENGTH) return text;
  return `${text.slice(0, MAX_PARAGRAPH_LENGTH).replace(/\s\S*$/, '')} …`;
}
