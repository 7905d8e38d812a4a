/** Engine and site parse with Sätteri, other programs with remark: on the real documents both must see the same. */
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/specgraph/parse/markdown.ts';
import { realSpecification } from '../helpers/real-specification.ts';

const spec = await realSpecification();
const remark = unified().use(remarkParse).use(remarkGfm);

/** Kind, line, column and words of a node, on which both parsers must agree. */
function seen(root: Root): Record<'headings' | 'links' | 'cells' | 'code', string[]> {
  const found = {
    headings: [] as string[],
    links: [] as string[],
    cells: [] as string[],
    code: [] as string[],
  };
  const at = (node: Nodes): string => `${node.position!.start.line}:${node.position!.start.column}`;
  visit(root, (node) => {
    if (node.type === 'heading') found.headings.push(`${at(node)} ${node.depth} ${textOf(node)}`);
    else if (node.type === 'link') found.links.push(`${at(node)} ${node.url} ${textOf(node)}`);
    else if (node.type === 'tableCell')
      found.cells.push(`${node.position!.start.line} ${textOf(node).trim()}`);
    else if (node.type === 'inlineCode') found.code.push(`${at(node)} ${node.value}`);
    else if (node.type === 'code') found.code.push(`${at(node)} ${node.lang} ${node.value}`);
  });
  return found;
}

describe.each(spec.graph.documents.map((d) => d.path))('%s', (path) => {
  const ours = seen(parseMarkdown(spec.text(path)).root);
  const theirs = seen(remark.parse(spec.text(path)));

  test.each(['headings', 'links', 'cells', 'code'] as const)('%s', (kind) => {
    expect(ours[kind]).toEqual(theirs[kind]);
    if (kind !== 'code') expect(ours[kind]).not.toEqual([]);
  });
});
