/** Reads quantities of prose with the words around them: "30 attempts, 10 s apart", "20-35 s", "2.5 GB". */
import type { Quantity } from '../../model/index.ts';
import { unitNamed } from '../../text/units.ts';
import type { FlatUnit } from '../prose.ts';
import { wordsOf } from './words.ts';

const TIMES = 'ms|milliseconds?|s|secs?|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?';
const SIZES = '[KMGT]i?B|bytes?';
const COUNTS = 'attempts?|retries|tries|times|rounds?|clients?|nodes?|replicas?|vCPUs?|cores?|VMs?';
const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const QUANTITY = new RegExp(
  String.raw`(?<![\w.$/#-])(?<low>${NUMBER})(?:\s?[-–]\s?(?<high>${NUMBER}))?[ -]?(?<unit>${TIMES}|${SIZES}|${COUNTS}|%)(?![\w-])`,
  'g',
);

/** A longer row says too much to be about one thing. */
const MAX_ROW = 600;

/** @returns the quantities of all sentences; of a table row the whole row counts as one sentence */
export function readQuantities(units: readonly FlatUnit[]): Quantity[] {
  const found: Quantity[] = [];
  let sentenceNumber = 0;
  for (const unit of units) {
    if (!/\d/.test(unit.text)) continue;
    const isRow = unit.kind === 'row';
    if (isRow && unit.text.length > MAX_ROW) continue;
    const sentences = isRow ? [{ start: 0, text: unit.text }] : unit.sentences;
    for (const { start, text } of sentences) {
      const own = quantitiesIn(text, start, ++sentenceNumber, unit);
      if (own.length > 0) found.push(...own);
    }
  }
  return found;
}

function quantitiesIn(text: string, start: number, sentence: number, unit: FlatUnit): Quantity[] {
  if (!/\d/.test(text)) return [];
  const matches = [...text.matchAll(QUANTITY)];
  if (matches.length === 0) return [];
  const words = wordsOf(text.replaceAll(QUANTITY, ' '));
  return matches.map((match) => {
    const { low, high, unit: written } = match.groups!;
    const { dimension, factor, short } = unitOf(written);
    const value = [low, high]
      .filter((number) => number !== undefined)
      .map((number) => String(Math.round(Number(number.replaceAll(',', '')) * factor * 1000) / 1000))
      .join('-');
    const at = start + match.index;
    return {
      dimension,
      number: high === undefined ? low : `${low}-${high}`,
      unit: short,
      value,
      text: match[0],
      words,
      sentence,
      table: unit.kind === 'row' ? (unit.section ?? '') : undefined,
      range: unit.place(at, at + match[0].length),
    };
  });
}

function unitOf(written: string): { dimension: string; factor: number; short: string } {
  const unit = written.toLowerCase();
  const known = unitNamed(unit);
  if (known) return known;
  const noun = /^(?:attempt|retr|tr)/.test(unit) ? 'attempts' : unit.replace(/([^s])$/, '$1s');
  return { dimension: noun, factor: 1, short: noun };
}
