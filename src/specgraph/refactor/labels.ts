/** Labels of links, pictures and footnotes: where they are used, and where they are defined. */
import type { Nodes } from 'mdast';
import type { DocumentFacts } from '../model/index.ts';
import { parseDocument } from '../parse/markdown.ts';
import { walk } from '../parse/tree.ts';
import type { Span } from './headings.ts';

export interface Labelled extends Span {
  /** As labels are compared; those of footnotes begin with "^". */
  label: string;
  /** As it is written. */
  words: string;
}

export interface Labels {
  uses: Labelled[];
  /** The first one of each label. */
  definitions: Map<string, Labelled>;
}

export function labelsOf({ path, source }: Pick<DocumentFacts, 'path' | 'source'>): Labels {
  const labels: Labels = { uses: [], definitions: new Map() };
  if (!/\]\s?:/.test(source)) return labels;
  walk(parseDocument(path, source).root, (node) => {
    const found = labelled(node);
    if (!found) return;
    if (!/efinition$/.test(node.type)) labels.uses.push(found);
    else if (!labels.definitions.has(found.label)) labels.definitions.set(found.label, found);
  });
  return labels;
}

function labelled(node: Nodes): Labelled | undefined {
  if (!('identifier' in node) || !node.position) return undefined;
  const mark = /^footnote[RD]/.test(node.type) ? '^' : '';
  return {
    label: mark + node.identifier.toLowerCase(),
    words: mark + (node.label ?? node.identifier),
    start: node.position.start.offset!,
    end: node.position.end.offset!,
  };
}
