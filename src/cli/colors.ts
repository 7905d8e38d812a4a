import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Styles a text; returns it unchanged where colours are off. */
export type Paint = (style: Style, text: string) => string;

export const NO_PAINT: Paint = (_style, text) => text;

/** Colours are on for terminals, and off for pipes, TERM=dumb and NO_COLOR (no-color.org). FORCE_COLOR turns them on. */
export function paintFor(
  output: { isTTY: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const hasColors = env.NO_COLOR ? false : forced || (output.isTTY && env.TERM !== 'dumb');
  return hasColors ? (style, text) => styleText(style, text, { validateStream: false }) : NO_PAINT;
}
