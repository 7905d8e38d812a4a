/** How the graph names its nodes. No other module builds an id or takes one apart. */
import { documentKind } from '../kinds/document.ts';
import { sectionKind } from '../kinds/section.ts';
import { attributeKind } from '../kinds/attribute.ts';
import { phaseKind } from '../kinds/phase.ts';
import { requirementKind } from '../kinds/requirement.ts';
import { stepKind } from '../kinds/step.ts';
import { variableKind } from '../kinds/variable.ts';
import type { NodeKind } from '../model/index.ts';

/** An unresolved reference whose words name no possible node points at "missing:…". */
const MISSING = 'missing';

export const nodeId = {
  document: (id: string): string => id,
  section: (document: string, slug: string): string => `${document}#${slug}`,
  /**
   * A thing of any other kind.
   * @param name its id in its normal form
   * @param document id of the document in which the id is unique; absent where it is unique in the set
   */
  thing: (kind: string, name: string, document?: string): string =>
    document === undefined
      ? `${kind}:${name.replaceAll('/', '%2F')}`
      : `${kind}:${document}/${name.replaceAll('/', '%2F')}`,
  step: (document: string, number: string): string => nodeId.thing(stepKind.id, number, document),
  variable: (name: string): string => nodeId.thing(variableKind.id, name),
  attribute: (name: string): string => nodeId.thing(attributeKind.id, name),
  requirement: (id: string): string => nodeId.thing(requirementKind.id, id),
  phase: (number: string): string => nodeId.thing(phaseKind.id, number),
  /** The target of an unresolved reference whose words name no possible node. */
  missing: (what: string): string => `${MISSING}:${what}`,
  missingSection: (document: string, number: string): string =>
    nodeId.missing(`${document} Section ${number}`),

  kindOf(id: string): NodeKind | 'missing' {
    const colon = endOfKind(id);
    if (colon >= 0) return id.slice(0, colon);
    return id.includes('#') ? sectionKind.id : documentKind.id;
  },

  isMissing: (id: string): boolean => nodeId.kindOf(id) === MISSING,

  /**
   * What the id says besides its kind and its document: the name of a variable, the number of a phase or a step, the
   * slug of a section, the words of a missing target. Of a document, its id.
   */
  nameOf(id: string): string {
    const colon = endOfKind(id);
    if (colon < 0) return id.includes('#') ? id.slice(id.indexOf('#') + 1) : id;
    const rest = id.slice(colon + 1);
    return nodeId.isMissing(id) ? rest : rest.slice(rest.lastIndexOf('/') + 1).replaceAll('%2F', '/');
  },

  /** The number in the id of a missing section. */
  missingSectionNumber: (id: string): string => id.slice(id.lastIndexOf(' ') + 1),

  /** The document that an id names or is unique in; undefined for things that are unique in the set. */
  documentOf(id: string): string | undefined {
    const colon = endOfKind(id);
    if (colon < 0) return id.includes('#') ? id.slice(0, id.indexOf('#')) : id;
    const slash = id.lastIndexOf('/');
    return nodeId.isMissing(id) || slash < 0 ? undefined : id.slice(colon + 1, slash);
  },
};

/**
 * The offset of the colon behind the kind at the head of an id: "variable:FL_MODE"; -1 where there is none. Ids of
 * documents have no colon, see `documentId`.
 */
function endOfKind(id: string): number {
  const colon = id.indexOf(':');
  if (colon <= 0) return -1;
  const [hash, slash] = [id.indexOf('#'), id.indexOf('/')];
  return (hash >= 0 && hash < colon) || (slash >= 0 && slash < colon) ? -1 : colon;
}

export const { documentOf } = nodeId;
