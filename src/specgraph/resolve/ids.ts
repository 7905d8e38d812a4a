/** How nodes are named in the graph; nobody else builds or takes apart an id. */
export const nodeId = {
  document: (id: string): string => id,
  section: (document: string, slug: string): string => `${document}#${slug}`,
  step: (document: string, number: string): string => `step:${document}/${number}`,
  variable: (name: string): string => `variable:${name}`,
  attribute: (name: string): string => `attribute:${name}`,
  requirement: (id: string): string => `requirement:${id}`,
  phase: (number: string): string => `phase:${number}`,
  /** Targets that are no nodes: what an unresolved reference asks for. */
  missing: (what: string): string => `missing:${what}`,
};

/** The document part of a document's, section's or step's id. */
export function documentOf(id: string): string | undefined {
  if (id.startsWith('step:')) return id.slice(5, id.lastIndexOf('/'));
  if (/^(?:variable|attribute|requirement|phase|missing):/.test(id)) return undefined;
  const hash = id.indexOf('#');
  return hash < 0 ? id : id.slice(0, hash);
}
