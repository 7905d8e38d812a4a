/** The text of a unit with backticks around its code spans, as patterns of a configuration see it. */
import type { Words } from '../prose.ts';

export interface Ticked {
  text: string;
  /** The offset in the unit's text that an offset in this text stands for. */
  flat(at: number): number;
}

export function tickedText({ text, codes }: Pick<Words, 'text' | 'codes'>): Ticked {
  if (codes.length === 0) return { text, flat: (at) => at };
  let ticked = '';
  let from = 0;
  /** Offsets of the backticks in the ticked text. */
  const ticks: number[] = [];
  for (const { start, end } of codes) {
    ticked += `${text.slice(from, start)}\``;
    ticks.push(ticked.length - 1);
    ticked += `${text.slice(start, end)}\``;
    ticks.push(ticked.length - 1);
    from = end;
  }
  ticked += text.slice(from);
  return {
    text: ticked,
    flat: (at) => {
      let before = 0;
      while (before < ticks.length && ticks[before] < at) before++;
      return at - before;
    },
  };
}
