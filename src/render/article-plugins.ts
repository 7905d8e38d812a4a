/** Rehype plugins that turn a rendered document into an article of the site. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { nodeId } from '#specgraph';
import { element, textOf, visitElements } from './hast.ts';

export interface Frame {
  /** Whether the tree holds the title and the end of the document. */
  hasTitle: boolean;
  last: boolean;
  /** Whether the page itself shows what the header block and the footer say. */
  isShown: boolean;
}

/** Removes the title, which the page shows itself, and the header block and the footer where it shows them too. */
export function removeFrame({ hasTitle, last: end, isShown }: Frame) {
  return (tree: Root): void => {
    const blocks = tree.children.filter((node) => node.type === 'element');
    const title = hasTitle ? blocks.findIndex((node) => node.tagName === 'h1') : -1;
    const drop = new Set<RootContent>();
    if (title >= 0) drop.add(blocks[title]);
    const header = title >= 0 && isShown ? blocks[title + 1] : undefined;
    if (header && beginsWith(header, 'strong')) {
      drop.add(header);
      if (blocks[title + 2]?.tagName === 'hr') drop.add(blocks[title + 2]);
    }
    const footer = end && isShown ? blocks.at(-1) : undefined;
    if (footer && beginsWith(footer, 'em')) {
      drop.add(footer);
      if (blocks.at(-2)?.tagName === 'hr') drop.add(blocks.at(-2)!);
    }
    tree.children = tree.children.filter((node) => !drop.has(node));
  };
}

function beginsWith(block: Element, tagName: string): boolean {
  return block.tagName === 'p' && firstElement(block)?.tagName === tagName;
}

function firstElement(node: Element): Element | undefined {
  const first = node.children.find(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  );
  return first?.type === 'element' ? first : undefined;
}

/** Wraps wide tables and code in frames that scroll, also by keyboard. Code gets a copy button. */
export function addScrollFrames() {
  const labels = new Map<string, number>();
  let section = '';
  const wrap = (node: Element): Element => {
    if (/^h[1-6]$/.test(node.tagName)) section = textOf(node).trim();
    if (node.tagName === 'table') return tableFrame(node, section, labels);
    return node.tagName === 'pre' ? codeFrame(node) : node;
  };
  const visit = (parent: Root | Element): void => {
    parent.children = parent.children.map((child) => {
      if (child.type !== 'element') return child;
      visit(child);
      return wrap(child);
    }) as typeof parent.children;
  };
  return visit;
}

function tableFrame(table: Element, section: string, labels: Map<string, number>): Element {
  const heads = headsOf(table);
  const columns = heads.length > 0 ? `: ${heads.join(', ')}` : '';
  const label = uniqueLabel(labels, `Table${columns}${section && ` (${section})`}`);
  const hasManyColumns = heads.length >= MANY_COLUMNS;
  if (hasManyColumns) labelCells(table, heads);
  const className = [
    'table-scroll',
    ...(heads[0] === '#' ? ['numbered'] : []),
    ...(hasManyColumns ? ['many-columns', 'cards'] : []),
  ];
  return element(
    'div',
    { className, tabIndex: 0, role: 'region', 'aria-label': label, style: `--columns:${heads.length}` },
    [table],
  );
}

/** Tables with as many columns are set smaller, and as one card for each row on a phone. */
const MANY_COLUMNS = 5;

const TABLE_ROLES = new Map([
  ['table', 'table'],
  ['thead', 'rowgroup'],
  ['tbody', 'rowgroup'],
  ['tr', 'row'],
  ['th', 'columnheader'],
  ['td', 'cell'],
]);

/**
 * Gives each cell the head of its column as a label, and all elements their roles, which browsers forget when a row is
 * laid out as a card.
 */
function labelCells(node: Element, heads: readonly string[], column = 0): void {
  const role = TABLE_ROLES.get(node.tagName);
  if (role === undefined) return;
  node.properties.role = role;
  if (node.tagName === 'td') {
    if (heads[column]) node.properties['data-label'] = heads[column];
    return;
  }
  const children = node.children.filter((child) => child.type === 'element');
  children.forEach((child, i) => labelCells(child, heads, i));
}

function codeFrame(code: Element): Element {
  const language = languageOf(code);
  const lengths = textOf(code)
    .split('\n')
    .map((line) => line.length);
  // Highlighted code can be focused already.
  if (!('tabindex' in code.properties)) code.properties.tabIndex = 0;
  const button = element(
    'button',
    { type: 'button', className: ['copy-code'], 'aria-label': 'Copy code', hidden: true },
    [{ type: 'text', value: 'Copy' }],
  );
  return element(
    'div',
    { className: ['code-block'], 'data-lang': language, style: `--longest:${Math.max(...lengths)}` },
    [button, code],
  );
}

/** The language of a code block, which stands at another place where its code is not highlighted. */
function languageOf({ properties, children }: Element): string {
  const [inner] = children;
  const classes = inner?.type === 'element' ? [inner.properties.className ?? []].flat() : [];
  const named = classes.map(String).find((name) => name.startsWith('language-'));
  return String(
    properties.dataLanguage ?? properties['data-language'] ?? named?.slice('language-'.length) ?? '',
  );
}

/** A label that no other table of the section has: tables with the same columns are numbered. */
function uniqueLabel(counts: Map<string, number>, label: string): string {
  const count = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);
  return count === 1 ? label : `${label} ${count}`;
}

/** Code from this length on may break between the words of a name. */
const LONG_CODE = 14;

/**
 * Allows line breaks in long code in table cells: a USER_INPUT breaks after each bar, a path after each slash, a long name
 * after each underscore.
 */
export function addLineBreaks() {
  const visit = (node: Element, isInCell: boolean, isInCode: boolean): void => {
    const isCell = isInCell || node.tagName === 'td';
    const isCode = isInCode || node.tagName === 'code';
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') visit(child, isCell, isCode);
      if (!isCell || !isCode || child.type !== 'text') return [child];
      return child.value
        .split(child.value.length < LONG_CODE ? /(?<=[|,/])(?=[^|,/])/ : /(?<=[|,/_])(?=[^|,/_])|(?=\$\{)/)
        .flatMap((piece, i) => [
          ...(i > 0 ? [element('wbr', {}, [])] : []),
          { type: 'text' as const, value: piece },
        ]);
    });
  };
  return (tree: Root): void => {
    for (const child of tree.children) if (child.type === 'element') visit(child, false, false);
  };
}

/** The texts of a table's head cells. */
function headsOf(node: Element): string[] {
  if (node.tagName === 'th') return [textOf(node)];
  return node.children.flatMap((child) =>
    child.type === 'element' && child.tagName !== 'tbody' ? headsOf(child) : [],
  );
}

/** Puts all headings one level down, those of the lowest level apart. */
export function lowerHeadings(tree: Root): void {
  visitElements(tree, (node) => {
    if (/^h[1-5]$/.test(node.tagName)) node.tagName = `h${Number(node.tagName[1]) + 1}`;
  });
}

export interface SectionAdditions {
  /** The element to add at the end of a section's own text, before the next heading. */
  after(slug: string): Element | undefined;
  /** A link to the source of the section. */
  source?(slug: string): Element | undefined;
}

/** Adds a permalink to each heading, and an element at the end of each section's own text. */
export function addSectionLinks({ after, source }: SectionAdditions) {
  return (tree: Root): void => {
    const children: RootContent[] = [];
    let pending: Element | undefined;
    const addPending = (): void => {
      if (pending) children.push(pending);
      pending = undefined;
    };
    for (const node of tree.children) {
      if (node.type === 'element' && /^h[2-6]$/.test(node.tagName)) {
        addPending();
        const slug = String(node.properties.id ?? '');
        children.push(addHeadingLinks(node, slug, source?.(slug)));
        pending = after(slug);
      } else children.push(node);
    }
    addPending();
    tree.children = children;
  };
}

/** Puts the number of a heading into an element of its own, to style it like the numbers in the table of contents. */
function separateNumber(children: ElementContent[]): ElementContent[] {
  const [first, ...rest] = children;
  const match =
    first?.type === 'text' && /^((?:Appendix )?[0-9A-Z][0-9a-z.]*\.?)(\s+\S[\s\S]*)$/.exec(first.value);
  if (!match || !/\d|^Appendix/.test(match[1])) return children;
  return [
    element('span', { className: ['number'] }, [{ type: 'text', value: match[1] }]),
    { type: 'text', value: match[2] },
    ...rest,
  ];
}

function addHeadingLinks(heading: Element, slug: string, source?: Element): Element {
  const anchor = element(
    'a',
    { href: `#${slug}`, className: ['permalink'], 'aria-label': `Link to ${textOf(heading)}` },
    [{ type: 'text', value: '#' }],
  );
  return { ...heading, children: [...separateNumber(heading.children), anchor, ...(source ? [source] : [])] };
}

/** Links the names of variables in highlighted code, where a token holds the whole name. */
export function linkCodeNames(urlOf: (name: string) => string | undefined) {
  const visit = (node: Element, isInCode: boolean): void => {
    const isCode = isInCode || node.tagName === 'pre';
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') visit(child, isCode);
      return isCode && child.type === 'text' ? linkNames(child.value, urlOf) : [child];
    });
  };
  return (tree: Root): void => {
    for (const child of tree.children) if (child.type === 'element') visit(child, false);
  };
}

const VARIABLE_NAME = /[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g;

function linkNames(text: string, urlOf: (name: string) => string | undefined): ElementContent[] {
  const pieces: ElementContent[] = [];
  let from = 0;
  for (const { 0: name, index } of text.matchAll(VARIABLE_NAME)) {
    const href = urlOf(name);
    if (!href) continue;
    if (index > from) pieces.push({ type: 'text', value: text.slice(from, index) });
    const properties = { href, className: ['ref', 'ref-variable'], 'data-ref': nodeId.variable(name) };
    pieces.push(element('a', properties, [{ type: 'text', value: name }]));
    from = index + name.length;
  }
  if (from === 0) return [{ type: 'text', value: text }];
  if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) });
  return pieces;
}
