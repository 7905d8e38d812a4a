/** Colours and fonts of the theme in the form that a canvas accepts. */
import { isHead } from '../../../map/kinds.ts';
import type { MapKind } from '../../../map/model.ts';
import type { Palette } from '../../../map/paint/palette.ts';

/**
 * Reads the current values of the custom properties; with forced colours, the colours of the system.
 * @param kinds those of the map; each has its colour in a class, `node-KIND`
 */
export function readPalette(host: HTMLElement, kinds: readonly MapKind[]): Palette {
  const probe = document.createElement('span');
  host.append(probe);
  const style = getComputedStyle(probe);
  const colour = (name: string): string => {
    probe.style.color = '';
    probe.style.color = name;
    return style.color;
  };
  const font = (name: string): string => getComputedStyle(host).getPropertyValue(name).trim() || 'sans-serif';
  const hasForcedColours = matchMedia('(forced-colors: active)').matches;
  const themeColour = (token: string, system: string): string =>
    colour(hasForcedColours ? system : `var(--${token})`);
  // Otherwise the browser replaces the colours of the probe by those of the system.
  if (hasForcedColours) probe.style.setProperty('forced-color-adjust', 'none');
  const palette: Palette = {
    ground: themeColour('ground', 'Canvas'),
    raised: themeColour('ground-2', 'Canvas'),
    hairline: themeColour('line-1', 'CanvasText'),
    line: themeColour('line-2', 'CanvasText'),
    ink: themeColour('ink', 'CanvasText'),
    faint: themeColour('ink-3', 'CanvasText'),
    accent: themeColour('accent', 'Highlight'),
    fault: themeColour('bad', 'CanvasText'),
    changed: themeColour('warn', 'Highlight'),
    kinds: Object.fromEntries(
      kinds.map((kind) => {
        probe.className = `node-${kind}`;
        return [kind, themeColour('kind', isHead({ kind }) ? 'LinkText' : 'CanvasText')];
      }),
    ),
    textFont: font('--font-text'),
    codeFont: font('--font-code'),
  };
  probe.remove();
  return palette;
}
