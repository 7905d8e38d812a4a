/** Reads captions: "Table 3: …", "**Figure 2.** …", `<figcaption>Figure 2 – …</figcaption>`, `![Figure 2: …](…)`. */
import type { RawDefinition } from '../../model/index.ts';
import type { Series } from '../../kinds/index.ts';
import { numberPattern } from '../references/numbers.ts';
import { wordPattern } from '../references/vocabulary.ts';
import { sectionFinder } from '../sections.ts';
import type { DefinitionSource } from './source.ts';
import { idsOf, type CompiledPattern, type DefinitionPattern } from './patterns.ts';

/** Behind the number of a caption: a sign, or the end. "Table 3 shows …" is no caption. */
const SIGN = String.raw`(?:\s*(?:[:.–—|]|-\s|\s-|\))|\s*$)`;

export function readCaptions(
  from: DefinitionSource,
  { kind, form, compiled }: DefinitionPattern,
): RawDefinition[] {
  const unsigned = compiled ? [] : kind.series.map((series) => captionPattern(series, String.raw`\s`));
  const patterns = compiled ? [withSign(compiled)] : kind.series.map((series) => captionPattern(series));
  const sectionAt = sectionFinder([...from.sections]);
  const found: RawDefinition[] = [];
  for (const { text, place, isAlternative, isSet } of captionTexts(from)) {
    const tried = isSet ? [...patterns, ...unsigned] : patterns;
    for (const pattern of tried) {
      const match = pattern.expression.exec(text);
      if (!match) continue;
      const rest = text.slice(match[0].length).replace(/^[\s:.–—|)-]+/, '');
      for (const { id, start, end } of idsOf(match, pattern)) {
        // The alternative text of a picture repeats its caption.
        if (isAlternative && found.some((one) => one.id === id)) continue;
        const range = place(start, end);
        found.push({
          kind: kind.id,
          id,
          title: rest === '' ? undefined : rest.slice(0, MAX_TITLE),
          form: form.from,
          range,
          section: sectionAt(range.line)?.slug,
        });
      }
      break;
    }
  }
  return found;
}

const MAX_TITLE = 160;

function captionPattern(series: Series, behind = SIGN): CompiledPattern {
  const number = numberPattern(series.forms);
  const words = series.singular.map((word) => wordPattern(word, series)).join('|');
  return {
    expression: new RegExp(`^(?:${words})\\s+(?<ids>${number})${behind}`, 'du'),
    item: new RegExp(`(?<id>${number})`, 'dgu'),
  };
}

function withSign({ expression, item }: CompiledPattern): CompiledPattern {
  return { expression: new RegExp(`${expression.source}${SIGN}`, 'du'), item };
}

interface CaptionText {
  text: string;
  /** The alternative text of an image. */
  isAlternative?: true;
  /** The whole paragraph is bold: "**Table 4-1 Summary**" needs no sign behind its number. */
  isSet?: boolean;
  place(start: number, end: number): RawDefinition['range'];
}

function* captionTexts({ parts, units, source, index }: DefinitionSource): Iterable<CaptionText> {
  for (const unit of units) {
    const { text, kind, emphases = [] } = unit;
    // A picture may stand before the words: "![](a.png)", and "Figure 1" on the next line.
    const lead = text.length - text.trimStart().length;
    if (kind === 'paragraph')
      yield {
        text: text.slice(lead),
        isSet: emphases.some(
          ({ isStrong, start, end }) => isStrong && start <= lead && end >= text.trimEnd().length,
        ),
        place: (start, end) => unit.place(lead + start, lead + end),
      };
    // The lowest headings are captions in documents that are made from other formats.
    else if (kind === 'heading') yield { text, place: (start, end) => unit.place(start, end) };
  }
  for (const { value, position } of parts.html) {
    for (const match of value.matchAll(FIGCAPTION)) {
      const offset = position!.start.offset! + match.index + match[0].length - match[1].length;
      yield { text: match[1], place: (start, end) => index.range(offset + start, offset + end) };
    }
  }
  for (const node of parts.pointers) {
    if (node.type !== 'image' || !node.alt) continue;
    const at = source.indexOf(node.alt, node.position!.start.offset);
    if (at >= 0)
      yield { text: node.alt, isAlternative: true, place: (start, end) => index.range(at + start, at + end) };
  }
}

/** The text of an element of HTML that may be a caption. */
const FIGCAPTION = /<(?:figcaption|caption|p|div|center|em|strong|b|i|small)\b[^>]*>\s*([^<]+)/gi;
