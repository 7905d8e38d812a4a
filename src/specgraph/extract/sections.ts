import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import type { SectionFacts } from '../model.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { plainText, walk } from '../parse/markdown.ts';

const NUMBERED = /^(\d+(?:\.\d+)*)([a-z])?(?:[.):]\s*|\s+)(.*)$/s;
const LETTERED = /^([a-z])[.)]\s+(.*)$/s;
const APPENDIX = /^Appendix(?:\s+([A-Z]))?\b[.:)]?\s*(?:[-–—]\s*)?(.*)$/s;
const STEP = /^Step\s+(\d+[a-z]?)\b[.:)]?\s*(.*)$/s;

interface Candidate {
  node: Heading;
  heading: string;
  /** Leading integer of a heading that begins with a number. */
  leading?: number;
}

/**
 * The headings of a document as sections: slug (GitHub's algorithm, duplicates numbered), number, place and extent.
 * A number counts as a section number only where the document numbers its sections; see `numbersSections`.
 */
export function extractSections(root: Root, index: LineIndex, lastLine: number): SectionFacts[] {
  const slugger = new GithubSlugger();
  const candidates = headings(root);
  const numbered = numbersSections(candidates);
  const sections: SectionFacts[] = [];
  const open: SectionFacts[] = [];
  for (const { node, heading } of candidates) {
    const range = index.range(node.position!.start.offset!, node.position!.end.offset!);
    while (open.length > 0 && open[open.length - 1].depth >= node.depth) open.pop()!.endLine = range.line - 1;
    const parent = open[open.length - 1];
    const section: SectionFacts = {
      slug: slugger.slug(heading),
      ...readNumber(heading, numbered, parent),
      heading,
      depth: node.depth,
      parent: parent?.slug,
      range,
      endLine: lastLine,
    };
    sections.push(section);
    open.push(section);
  }
  return sections;
}

function headings(root: Root): Candidate[] {
  const found: Candidate[] = [];
  walk(root, (node) => {
    if (node.type !== 'heading') return node.type !== 'paragraph' && node.type !== 'table';
    const heading = plainText(node).trim();
    const match = NUMBERED.exec(heading);
    found.push({ node, heading, leading: match ? Number.parseInt(match[1], 10) : undefined });
    return false;
  });
  return found;
}

/**
 * Whether numbers at the head of headings are section numbers here, and not dates, the versions of a changelog or
 * "3 ways to …": at the shallowest depth with two numbered headings they must start at 0 to 2 and climb by at most
 * two at a time (a gap of one is an author's slip, found by a rule, not a sign of another kind of number).
 */
function numbersSections(candidates: Candidate[]): boolean {
  for (let depth = 1; depth <= 6; depth++) {
    const leading = candidates.filter((c) => c.node.depth === depth && c.leading !== undefined).map((c) => c.leading!);
    if (leading.length < 2) continue;
    return leading[0] <= 2
      && leading.every((n, i) => i === 0 || (n >= leading[i - 1] && n - leading[i - 1] <= 2))
      && leading[leading.length - 1] > leading[0];
  }
  return false;
}

function readNumber(heading: string, numbered: boolean, parent?: SectionFacts): Pick<SectionFacts, 'number' | 'title' | 'step'> {
  const appendix = APPENDIX.exec(heading);
  if (appendix) return { number: appendix[1] ?? 'Appendix', title: appendix[2] || heading };
  const step = STEP.exec(heading);
  if (step) return { step: step[1], title: step[2] || heading };
  if (numbered) {
    const match = NUMBERED.exec(heading);
    if (match) return { number: match[1] + (match[2] ?? ''), title: match[3] };
    const lettered = LETTERED.exec(heading);
    if (lettered && parent?.number && /^\d+$/.test(parent.number)) {
      return { number: parent.number + lettered[1], title: lettered[2] };
    }
  }
  return { title: heading };
}

/** Finds the innermost section of a line; sections must be in document order. */
export function sectionFinder(sections: SectionFacts[]): (line: number) => SectionFacts | undefined {
  return (line) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sections[middle].range.line <= line) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1];
  };
}
