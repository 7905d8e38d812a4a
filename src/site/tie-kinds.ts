/** Kinds of ties on the map. Apart from the map itself, since the browser takes them too. */
export const TIE_KINDS = ['refers', 'mentions', 'introduces', 'satisfies', 'contains'] as const;
export type TieKind = (typeof TIE_KINDS)[number];
