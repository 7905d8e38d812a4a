/** Rehype plugins that turn a rendered document into the site's article. */
import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * Title, header block and footer are shown by the page; rules between them go with them.
 * @param piece whether the tree holds the document's beginning and its end
 */
export function removeFrame({ first, last: end }: { first: boolean; last: boolean }) {
  return (tree: Root): void => {
    const blocks = tree.children.filter((node) => node.type === 'element');
    const title = first ? blocks.findIndex((node) => node.tagName === 'h1') : -1;
    const drop = new Set<RootContent>();
    if (title >= 0) {
      drop.add(blocks[title]);
      const header = blocks[title + 1];
      if (header?.tagName === 'p' && firstElement(header)?.tagName === 'strong') {
        drop.add(header);
        if (blocks[title + 2]?.tagName === 'hr') drop.add(blocks[title + 2]);
      }
    }
    const last = end ? blocks.at(-1) : undefined;
    if (last?.tagName === 'p' && firstElement(last)?.tagName === 'em') {
      drop.add(last);
      if (blocks.at(-2)?.tagName === 'hr') drop.add(blocks.at(-2)!);
    }
    tree.children = tree.children.filter((node) => !drop.has(node));
  };
}

function firstElement(node: Element): Element | undefined {
  const first = node.children.find(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  );
  return first?.type === 'element' ? first : undefined;
}

/** Wide tables and code scroll inside themselves, reachable by keyboard; code gets a copy button. */
export function addScrollFrames() {
  const named = new Map<string, number>();
  let section = '';
  const wrap = (node: Element): Element | undefined => {
    if (/^h[1-6]$/.test(node.tagName)) section = textOf(node).trim();
    if (node.tagName === 'table') {
      const heads = headsOf(node);
      const label = uniqueLabel(
        named,
        `Table${heads.length > 0 ? `: ${heads.join(', ')}` : ''}${section && ` (${section})`}`,
      );
      const numbered = heads[0] === '#' ? ['numbered'] : [];
      return element(
        'div',
        {
          className: ['table-scroll', ...numbered],
          tabIndex: 0,
          role: 'region',
          'aria-label': label,
          style: `--columns:${heads.length}`,
        },
        [node],
      );
    }
    if (node.tagName !== 'pre') return undefined;
    const lang = String(node.properties.dataLanguage ?? node.properties['data-language'] ?? '');
    node.properties.tabIndex = 0;
    const longest = Math.max(
      ...textOf(node)
        .split('\n')
        .map((line) => line.length),
    );
    return element('div', { className: ['code-block'], 'data-lang': lang, style: `--longest:${longest}` }, [
      element(
        'button',
        { type: 'button', className: ['copy-code'], 'aria-label': 'Copy code', hidden: true },
        [{ type: 'text', value: 'Copy' }],
      ),
      node,
    ]);
  };
  const visit = (parent: Root | Element): void => {
    parent.children = parent.children.map((child) => {
      if (child.type !== 'element') return child;
      visit(child);
      return wrap(child) ?? child;
    }) as typeof parent.children;
  };
  return visit;
}

/** A name that no other landmark of the section has: tables with the same columns are numbered. */
function uniqueLabel(named: Map<string, number>, label: string): string {
  const count = (named.get(label) ?? 0) + 1;
  named.set(label, count);
  return count === 1 ? label : `${label} ${count}`;
}

/** Long code in a table cell may break where its parts end: a USER_INPUT after each bar, a path after each slash. */
export function addLineBreaks() {
  const visit = (node: Element, inCell: boolean, inCode: boolean): void => {
    const cell = inCell || node.tagName === 'td';
    const code = inCode || node.tagName === 'code';
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') visit(child, cell, code);
      if (!cell || !code || child.type !== 'text') return [child];
      return child.value
        .split(/(?<=[|,/])(?=[^|,/])/)
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

/** The words of a table's head cells. */
function headsOf(node: Element): string[] {
  if (node.tagName === 'th') return [textOf(node)];
  return node.children.flatMap((child) =>
    child.type === 'element' && child.tagName !== 'tbody' ? headsOf(child) : [],
  );
}

export interface SectionAdditions {
  /** What stands below a heading's own text, before the next heading; undefined for nothing. */
  after(slug: string): Element | undefined;
  /** A link to where the section was written. */
  source?(slug: string): Element | undefined;
}

/** Gives headings a permalink and puts each section's backlinks at the end of its own text. */
export function addSectionLinks({ after, source }: SectionAdditions) {
  return (tree: Root): void => {
    const children: RootContent[] = [];
    let open: Element | undefined;
    const close = (): void => {
      if (open) children.push(open);
      open = undefined;
    };
    for (const node of tree.children) {
      if (node.type === 'element' && /^h[2-6]$/.test(node.tagName)) {
        close();
        const slug = String(node.properties.id ?? '');
        children.push(addHeadingLinks(node, slug, source?.(slug)));
        open = after(slug);
      } else children.push(node);
    }
    close();
    tree.children = children;
  };
}

/** The number of a numbered heading stands apart, set like the numbers of the contents. */
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

/** Names of variables inside highlighted code become links where a token holds the name whole. */
export function linkCodeNames(urlOf: (name: string) => string | undefined) {
  const name = /[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g;
  const link = (text: string): ElementContent[] => {
    const pieces: ElementContent[] = [];
    let from = 0;
    for (const match of text.matchAll(name)) {
      const url = urlOf(match[0]);
      if (!url) continue;
      if (match.index > from) pieces.push({ type: 'text', value: text.slice(from, match.index) });
      pieces.push(
        element('a', { href: url, className: ['ref', 'ref-variable'], 'data-ref': `variable:${match[0]}` }, [
          { type: 'text', value: match[0] },
        ]),
      );
      from = match.index + match[0].length;
    }
    if (from === 0) return [{ type: 'text', value: text }];
    if (from < text.length) pieces.push({ type: 'text', value: text.slice(from) });
    return pieces;
  };
  const visit = (node: Element, inCode: boolean): void => {
    const code = inCode || node.tagName === 'pre';
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') visit(child, code);
      return code && child.type === 'text' ? link(child.value) : [child];
    });
  };
  return (tree: Root): void => {
    for (const child of tree.children) if (child.type === 'element') visit(child, false);
  };
}

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
