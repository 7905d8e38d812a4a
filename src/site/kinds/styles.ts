/** The style sheet of the kinds that a configuration adds; those of the built-in kinds are in src/styles. */
import { BUILT_IN_KINDS, type GraphView, type Kind } from '#specgraph';

const BUILT_IN = new Set(BUILT_IN_KINDS.map(({ id }) => id));

/** The rules that give links, dots, titles and previews of each configured kind its colour; empty without such kinds. */
export function kindStyles({ kinds }: Pick<GraphView, 'kinds'>): string {
  return ownKinds(kinds)
    .map(({ id, map }) => {
      const colour = `var(--kind-${map.colour})`;
      return [
        `@layer prose { .ref-${id} { color: ${colour}; } }`,
        `@layer components { .node-${id} { --kind: ${colour}; } .preview-${id} { color: ${colour}; } .kind-${id} { --kind: ${colour}; } }`,
        '',
      ].join('\n');
    })
    .join('');
}

export function hasOwnKinds({ kinds }: Pick<GraphView, 'kinds'>): boolean {
  return ownKinds(kinds).length > 0;
}

function ownKinds(kinds: readonly Kind[]): Kind[] {
  return kinds.filter(({ id }) => !BUILT_IN.has(id));
}
