/** How the graph names its nodes. No other module builds an id or takes one apart. */
import type { NodeKind } from '../model/index.ts';

/** Kinds whose ids begin with the kind: "variable:FL_MODE". An unresolved reference may point at a `missing` target. */
const PREFIXED = ['step', 'variable', 'attribute', 'requirement', 'phase', 'missing'] as const;

export const nodeId = {
  document: (id: string): string => id,
  section: (document: string, slug: string): string => `${document}#${slug}`,
  step: (document: string, number: string): string => `step:${document}/${number}`,
  variable: (name: string): string => `variable:${name}`,
  attribute: (name: string): string => `attribute:${name}`,
  requirement: (id: string): string => `requirement:${id}`,
  phase: (number: string): string => `phase:${number}`,
  /** The target of an unresolved reference whose words name no possible node. */
  missing: (what: string): string => `missing:${what}`,
  missingSection: (document: string, number: string): string =>
    nodeId.missing(`${document} Section ${number}`),

  kindOf(id: string): NodeKind | 'missing' {
    const prefix = id.slice(0, Math.max(0, id.indexOf(':')));
    return PREFIXED.find((kind) => kind === prefix) ?? (id.includes('#') ? 'section' : 'document');
  },

  isMissing: (id: string): boolean => nodeId.kindOf(id) === 'missing',

  /**
   * What the id says besides its kind and its document: the name of a variable or an attribute, the number of a phase
   * or a step, the id of a requirement, the slug of a section, the words of a missing target. Of a document, its id.
   */
  nameOf(id: string): string {
    switch (nodeId.kindOf(id)) {
      case 'document':
        return id;
      case 'section':
        return id.slice(id.indexOf('#') + 1);
      case 'step':
        return id.slice(id.lastIndexOf('/') + 1);
      default:
        return id.slice(id.indexOf(':') + 1);
    }
  },

  /** The number in the id of a missing section. */
  missingSectionNumber: (id: string): string => id.slice(id.lastIndexOf(' ') + 1),

  /** The document of a document's, section's or step's id; undefined for the other kinds. */
  documentOf(id: string): string | undefined {
    switch (nodeId.kindOf(id)) {
      case 'document':
        return id;
      case 'section':
        return id.slice(0, id.indexOf('#'));
      case 'step':
        return id.slice(id.indexOf(':') + 1, id.lastIndexOf('/'));
      default:
        return undefined;
    }
  },
};

export const { documentOf } = nodeId;
