/** The facts of a document as text and back, so that a program can keep them for its next run. */
import type { DocumentFacts, SourceFile } from '../model/index.ts';
import { lineIndex, type LineIndex } from '../parse/line-index.ts';
import { placeIn, PlacedSentence, type FlatUnit } from './prose.ts';

/** A unit without its functions. */
interface PlainUnit extends Omit<FlatUnit, 'place' | 'sentences'> {
  /** Start and length of each sentence in the text of the unit. */
  sentences: [start: number, length: number][];
}

type PlainFacts = Omit<DocumentFacts, 'source' | 'lineStarts' | 'units'> & { units: PlainUnit[] };

/** @returns the facts as JSON, without the text of the document */
export function factsToText({ source: _text, lineStarts: _starts, units, ...facts }: DocumentFacts): string {
  return JSON.stringify({ ...facts, units: (units as FlatUnit[]).map(plainUnit) } satisfies PlainFacts);
}

/** @param file the document that the facts were read from, with the same text */
export function factsFromText(text: string, { path, text: source }: SourceFile): DocumentFacts {
  const { units, ...facts } = JSON.parse(text) as PlainFacts;
  const index = lineIndex(path, source);
  return { ...facts, source, lineStarts: index.starts, units: units.map((unit) => placedUnit(unit, index)) };
}

function plainUnit({ place: _place, sentences, ...unit }: FlatUnit): PlainUnit {
  return { ...unit, sentences: sentences.map(({ start, text }) => [start, text.length]) };
}

function placedUnit({ sentences, ...unit }: PlainUnit, index: LineIndex): FlatUnit {
  const place = placeIn(unit.stretches, index);
  return {
    ...unit,
    place,
    sentences: sentences.map(
      ([start, length]) => new PlacedSentence(start, unit.text.slice(start, start + length), place),
    ),
  };
}
