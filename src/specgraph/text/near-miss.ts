/** Tells slips of the keyboard from words that are alike on purpose. */
import type { CodeName } from '../model/index.ts';

/** What was probably meant by a name that stands once. */
export interface Meant {
  /** The frequent name, or the frequent word. */
  name: CodeName;
  /** The word that is wrong, where the right word stands often and the right name does not. */
  word?: string;
}

/** Gives undefined where nothing was probably meant, or more than one name. */
export type NearName = (name: string) => Meant | undefined;

/** Where two texts differ by one slip: one letter more, less or other, or two neighbouring letters exchanged. */
export interface Slip {
  /** Index of the first different character. */
  at: number;
  kind: 'added' | 'missing' | 'other' | 'exchanged';
}

/**
 * Compares a text with the one that was probably meant (optimal string alignment distance of 1).
 * @returns undefined where they are equal or differ by more
 */
export function slipBetween(written: string, meant: string): Slip | undefined {
  if (written === meant || Math.abs(written.length - meant.length) > 1) return undefined;
  let at = 0;
  while (written[at] === meant[at]) at++;
  let [endWritten, endMeant] = [written.length, meant.length];
  while (endWritten > at && endMeant > at && written[endWritten - 1] === meant[endMeant - 1]) {
    endWritten--;
    endMeant--;
  }
  const [inWritten, inMeant] = [written.slice(at, endWritten), meant.slice(at, endMeant)];
  if (inWritten.length === 1 && inMeant.length === 0) return { at, kind: 'added' };
  if (inWritten.length === 0 && inMeant.length === 1) return { at, kind: 'missing' };
  if (inWritten.length === 1 && inMeant.length === 1) return { at, kind: 'other' };
  const isExchanged =
    inWritten.length === 2 &&
    inMeant.length === 2 &&
    inWritten[0] === inMeant[1] &&
    inWritten[1] === inMeant[0];
  return isExchanged ? { at, kind: 'exchanged' } : undefined;
}

/**
 * Whether a text is certainly a slip for `meant`: one slip apart, not by a digit, and no other name is one slip apart. A
 * name that differs by more, or that could be two names, may be suggested but must not be written by a fix.
 */
export function isCertainSlip(written: string, meant: string, names: Iterable<string>): boolean {
  if (written.replace(/\D/g, '') !== meant.replace(/\D/g, '')) return false;
  const alike = new Set(names).values().filter((name) => slipBetween(written, name) !== undefined);
  return [...alike].join() === meant;
}

/** The texts that one deletion gives; two texts one slip apart share one of them, or one is among those of the other. */
export function* deletionsOf(text: string): Iterable<string> {
  for (let i = 0; i < text.length; i++) yield text.slice(0, i) + text.slice(i + 1);
}
