/** The colours and fonts of the map. */
import { HEAD_KIND } from '../kinds.ts';
import type { MapKind } from '../model.ts';

export interface Palette {
  ground: string;
  raised: string;
  hairline: string;
  line: string;
  ink: string;
  faint: string;
  accent: string;
  fault: string;
  changed: string;
  kinds: Record<MapKind, string>;
  textFont: string;
  codeFont: string;
}

/** The palette whose colours are custom properties of the page, for pictures that the build writes. */
export function paletteOfProperties(): Palette {
  return {
    ground: 'var(--ground)',
    raised: 'var(--ground-2)',
    hairline: 'var(--line-1)',
    line: 'var(--line-2)',
    ink: 'var(--ink)',
    faint: 'var(--ink-3)',
    accent: 'var(--accent)',
    fault: 'var(--bad)',
    changed: 'var(--warn)',
    kinds: { [HEAD_KIND]: `var(--kind-${HEAD_KIND})` },
    textFont: 'var(--font-text)',
    codeFont: 'var(--font-code)',
  };
}
