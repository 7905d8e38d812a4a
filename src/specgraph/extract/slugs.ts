/**
 * The anchors that a renderer gives to headings. They are made of the text that a heading shows: a picture has none and
 * leaves its blank, and elements of HTML are left out.
 */
import type { Heading, Html, Nodes } from 'mdast';
import { textOfHtml } from '../parse/html.ts';
import { childrenOf } from '../parse/tree.ts';
import type { AnchorRules } from '../renderers/renderer.ts';
import { createSlugger } from '../renderers/slugs.ts';
import { countWhere } from '../text/ordered.ts';

/** Gives the anchors of the headings of one document, in their order. */
export interface Slugs {
  /** The first is surely given, the others may be as well. */
  ofHeading(node: Heading): [string, ...string[]];
  ofHtml(text: string): string[];
}

/** `{#id}`, `{: #id .class}`, `{ id=id }` at the end of a heading. */
const WRITTEN_ID = /\s*\{:?\s*(?:[^{}\s]+\s+)*(?:#|id=["']?)([^\s{}"']+)["']?(?:\s[^{}]*)?\}\s*$/;

export function createSlugs(rules: AnchorRules): Slugs {
  const slugs = rules.duplicates === 'github' ? slugsInBothReadings(rules) : slugsInOneReading(rules);
  if (rules.writtenIds === 'ignored') return slugs;
  const isInstead = rules.writtenIds === 'instead';
  return {
    ...slugs,
    ofHeading(node) {
      const written = writtenId(slugTextOf(node));
      if (written === undefined) return slugs.ofHeading(node);
      return isInstead ? [written] : [...slugs.ofHeading(node), written];
    },
  };
}

function writtenId(words: string): string | undefined {
  return words.trimEnd().endsWith('}') ? WRITTEN_ID.exec(words)?.[1] : undefined;
}

/** The words of a heading without the anchor that is written in it. */
export function withoutWrittenId(words: string, { writtenIds }: AnchorRules): string {
  return writtenIds === 'ignored' || !words.endsWith('}') ? words : words.replace(WRITTEN_ID, '');
}

/** Whether two renderers give the same anchors to a document without headings in HTML. */
export function makeSameAnchors(one: AnchorRules, other: AnchorRules): boolean {
  return (
    one.slug === other.slug &&
    one.duplicates === other.duplicates &&
    one.empty === other.empty &&
    one.writtenIds === other.writtenIds
  );
}

function slugsInOneReading(rules: AnchorRules): Slugs {
  const { slugOf } = createSlugger(rules);
  return {
    ofHeading: (node) => [slugOf(slugTextOf(node))],
    ofHtml: (text) => (rules.includesHtml ? [slugOf(text)] : []),
  };
}

/**
 * Sources differ on whether blanks beside an element (`## <a id="x"></a> Words`) and at the ends of a heading in HTML belong
 * to the text; both readings are taken, each with a count of its own.
 */
function slugsInBothReadings(rules: AnchorRules): Slugs {
  const exact = createSlugger(rules);
  const trimmed = createSlugger(rules);
  const both = (text: string, other: string): [string, ...string[]] => {
    const slugs = [exact.slugOf(text), trimmed.slugOf(other)] as const;
    return slugs[0] === slugs[1] ? [slugs[0]] : [...slugs];
  };
  return {
    ofHeading(node) {
      const text = slugTextOf(node);
      return both(text, holdsPicture(node) ? text : text.trim());
    },
    ofHtml: (text) =>
      rules.includesHtml
        ? both(text, /^ ?[^\s].*$/.test(text) ? text.trimEnd() : text.replace(/\s+/g, ' ').trim())
        : [],
  };
}

/** The text of a heading, or of a paragraph within one: without the words of images. */
export function slugTextOf(node: Nodes): string {
  let text = '';
  const stack: Nodes[] = [node];
  for (let n = stack.pop(); n; n = stack.pop()) {
    if (n.type === 'text' || n.type === 'inlineCode') text += n.value;
    else if (n.type === 'break') text += ' ';
    else stack.push(...childrenOf(n).toReversed());
  }
  return text;
}

function holdsPicture(node: Heading): boolean {
  const stack: Nodes[] = [node];
  for (let n = stack.pop(); n; n = stack.pop()) {
    if (n.type === 'image' || n.type === 'imageReference') return true;
    if (n.type === 'html' && /^<(?:img|picture)\b/i.test(n.value)) return true;
    stack.push(...childrenOf(n));
  }
  return false;
}

export interface HtmlHeading {
  start: number;
  end: number;
  text: string;
}

const HTML_HEADING = /<(\/?)h([1-6])\b(?:[^"'<>]|"[^"]*"|'[^']*')*>/gi;

/** `<h2>Words</h2>`; or `<h2>` whose words follow as Markdown until `</h2>`, which is returned until it is closed. */
export function readHtmlHeadings(
  node: Html,
  unclosed: HtmlHeading | undefined,
  found: HtmlHeading[],
): HtmlHeading | undefined {
  const html = node.value;
  if (unclosed && /<\/h[1-6]\s*>/i.test(html)) unclosed = undefined;
  if (!/<h[1-6]/i.test(html)) return unclosed;
  const place = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  const shown = html.replace(/<!--.*?(?:-->|$)/gs, '');
  const tags = [...shown.matchAll(HTML_HEADING)];
  const closing = Map.groupBy(
    tags.filter((tag) => tag[1] !== ''),
    (tag) => tag[2],
  );
  let after = 0;
  for (const tag of tags) {
    if (tag[1] !== '' || tag.index < after) continue;
    const closes = closing.get(tag[2]) ?? [];
    const end = closes[countWhere(closes, (close) => close.index < tag.index)];
    const heading = {
      ...place,
      text: end ? textOfHtml(shown.slice(tag.index + tag[0].length, end.index)) : '',
    };
    found.push(heading);
    if (end) after = end.index;
    else unclosed = heading;
  }
  return unclosed;
}
