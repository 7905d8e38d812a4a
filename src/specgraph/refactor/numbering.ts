/** The numbers of sections while they are inserted, removed and moved. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { LETTER_SERIES, PLAIN_SERIES } from '../kinds/numbered.ts';
import { stepKind } from '../kinds/step.ts';
import { UsageError } from '../usage-error.ts';
import { headingParts, siblingsOf, withDescendants, writtenNumber } from './headings.ts';
import type { TextChanges } from './text-changes.ts';

/** A number without its last part, and that part: "4." and 2 of 4.2; "5" and "a" of 5a; "" and "A" of an appendix. */
export interface SplitNumber {
  stem: string;
  /** Place in its series, from 1 for letters. */
  ordinal: number;
  kind: 'digits' | 'small' | 'capital';
  /** Of digits that begin with zeros: how many there are. "01" is followed by "02". */
  width?: number;
}

export function splitNumber(number: string): SplitNumber | undefined {
  const digits = /^(?<stem>(?:[A-Z]\.|\d+\.)*)(?<last>\d+)$/.exec(number)?.groups;
  if (digits) {
    const width = /^0\d/.test(digits.last) ? digits.last.length : undefined;
    return { stem: digits.stem, ordinal: Number(digits.last), kind: 'digits', width };
  }
  const small = /^(?<stem>.*\d)(?<last>[a-z])$/.exec(number)?.groups;
  if (small) return { stem: small.stem, ordinal: small.last.charCodeAt(0) - 96, kind: 'small' };
  if (/^[A-Z]$/.test(number)) return { stem: '', ordinal: number.charCodeAt(0) - 64, kind: 'capital' };
  return undefined;
}

/** @returns undefined behind "z" */
export function joinNumber({ stem, ordinal, kind, width = 0 }: SplitNumber): string | undefined {
  if (kind === 'digits') return stem + String(ordinal).padStart(width, '0');
  if (ordinal < 1 || ordinal > 26) return undefined;
  return stem + String.fromCharCode((kind === 'small' ? 96 : 64) + ordinal);
}

export function successor(number: string, by = 1): string | undefined {
  const split = splitNumber(number);
  return split && joinNumber({ ...split, ordinal: split.ordinal + by });
}

/** Which sections are counted together. */
export function seriesOf({ step, label, number }: SectionFacts): string {
  if (step !== undefined) return stepKind.id;
  if (label) return label.series;
  return number === undefined || number === 'Appendix'
    ? ''
    : /^[A-Z]/.test(number)
      ? LETTER_SERIES
      : PLAIN_SERIES;
}

/** Numbers as they are after the changes so far. */
export class Numbering {
  private readonly numbers = new Map<SectionFacts, string | undefined>();
  readonly facts: DocumentFacts;

  constructor(facts: DocumentFacts) {
    this.facts = facts;
  }

  of(section: SectionFacts): string | undefined {
    return this.numbers.has(section) ? this.numbers.get(section) : writtenNumber(section);
  }

  /** Gives a section a number; the sections below it follow. */
  set(section: SectionFacts, number: string | undefined): void {
    const old = this.of(section);
    for (const one of withDescendants(this.facts, section)) {
      const own = this.of(one);
      if (one === section) this.numbers.set(one, number);
      else if (old !== undefined && own !== undefined && isBelow(own, old) && isOfOneCount(one, section))
        this.numbers.set(one, numberBelow(number, own.slice(old.length), own));
    }
  }

  /** The sections whose number is another one now. */
  get changed(): SectionFacts[] {
    return [...this.numbers]
      .filter(([section, number]) => writtenNumber(section) !== number)
      .map(([one]) => one);
  }

  /**
   * Makes room for a number among sections that follow each other: the first one that has it and those that count on from
   * it go one further.
   */
  open(following: readonly SectionFacts[], number: string): void {
    this.shift(following, number, 1);
  }

  /** Closes the gap that a number leaves. */
  close(following: readonly SectionFacts[], number: string): void {
    const next = successor(number);
    if (next !== undefined) this.shift(following, next, -1);
  }

  private shift(following: readonly SectionFacts[], first: string, by: 1 | -1): void {
    let expected = splitNumber(first);
    const planned: [SectionFacts, string][] = [];
    let last: { from: string; to: string } | undefined;
    for (const section of following) {
      const number = this.of(section);
      const split = number === undefined ? undefined : splitNumber(number);
      if (!expected || number === undefined || !split) continue;
      // 5a goes with 5.
      if (last && split.kind === 'small' && split.stem === last.from) {
        planned.push([section, last.to + number.slice(last.from.length)]);
        continue;
      }
      // Another section with the number of the last one keeps it in common with that one.
      if (number === last?.from) {
        planned.push([section, last.to]);
        continue;
      }
      if (split.stem !== expected.stem || split.kind !== expected.kind) continue;
      if (split.ordinal !== expected.ordinal) break;
      const to = successor(number, by);
      if (to === undefined) throw new UsageError(`no number follows ${number}`);
      planned.push([section, to]);
      last = { from: number, to };
      expected = { ...expected, ordinal: expected.ordinal + 1 };
    }
    for (const [section, number] of planned) this.set(section, number);
  }

  /** Writes the changed numbers into the headings. */
  write(changes: TextChanges): void {
    for (const section of this.changed) {
      const parts = headingParts(this.facts, section);
      const number = this.of(section);
      if (!parts.number || number === undefined) continue;
      const written = this.facts.source.slice(parts.number.start, parts.number.end);
      // "d. Join" below Section 6 is 6d.
      const isShort = written.length === 1 && /[a-z]/.test(written);
      const text = isShort ? number.slice(-1) : number;
      if (text !== written) changes.add(this.facts.path, { ...parts.number, text, sort: 'heading' });
    }
  }
}

/** "7.2" and "7a" are below "7". */
function isBelow(number: string, above: string): boolean {
  return number.startsWith(above) && /^(?:\.|[a-z]$)/.test(number.slice(above.length));
}

/** @throws UsageError where no number can stand there: a letter behind a letter */
function numberBelow(above: string | undefined, rest: string, own: string): string | undefined {
  if (above === undefined) return undefined;
  if (/[a-z]$/.test(above))
    throw new UsageError(
      `Section ${own} cannot be counted below ${above}`,
      'choose a place whose number ends with a digit',
    );
  return above + rest;
}

function isOfOneCount(one: SectionFacts, other: SectionFacts): boolean {
  return (
    (one.step === undefined) === (other.step === undefined) &&
    (one.label === undefined) === (other.label === undefined)
  );
}

/** The sections behind a section that are counted with it, in order: its siblings, and steps wherever they stand. */
export function countedBehind(facts: DocumentFacts, section: SectionFacts): SectionFacts[] {
  const all = countedWith(facts, section);
  return all.slice(all.indexOf(section) + 1);
}

/** Whether a section that is counted with this one has the same number: the number stays where this one goes. */
export function sharesNumber(facts: DocumentFacts, section: SectionFacts): boolean {
  const number = writtenNumber(section);
  return countedWith(facts, section).some((one) => one !== section && writtenNumber(one) === number);
}

/** The sections that are counted with a section, itself included. */
export function countedWith(facts: DocumentFacts, section: SectionFacts): SectionFacts[] {
  const series = seriesOf(section);
  return siblingsOf(facts, section).filter((one) => seriesOf(one) === series);
}

export function hasNumber(section: SectionFacts): boolean {
  return writtenNumber(section) !== undefined;
}

/** Whether a section has a number of the plain series, and not the letter of an appendix or the number of a step. */
export function isPlainlyCounted(section: SectionFacts): boolean {
  return seriesOf(section) === PLAIN_SERIES;
}

/** Whether a section is counted in the same way as another one. */
export function isCountedAlike(one: SectionFacts, other: SectionFacts): boolean {
  return seriesOf(one) === seriesOf(other);
}
