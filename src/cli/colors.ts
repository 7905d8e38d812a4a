import { styleText } from 'node:util';
import type { Effects, Output } from './effects.ts';

export type Style = Parameters<typeof styleText>[0];

/** Puts a style around a text, or does not. */
export type Paint = (style: Style, text: string) => string;

/** Colours only on a terminal that wants them: NO_COLOR (no-color.org), TERM=dumb and pipes do not; FORCE_COLOR does. */
export function paintFor(output: Output, env: Effects['env']): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const wanted = env.NO_COLOR ? false : forced || (output.isTTY && env.TERM !== 'dumb');
  return wanted ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}
