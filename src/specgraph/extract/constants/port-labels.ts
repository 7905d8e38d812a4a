/** Reads ports with the words that say whose they are: "Fleet API, port 9092", "Fleet API (9092)", "│ Fleet API :9092 │". */
import type { LabelledPort } from '../../model/index.ts';
import type { ConstantText } from './texts.ts';

const PORT = String.raw`(?<port>[1-9]\d{3,4})`;
/** One or two words, then what joins them to a port. A number with a noun behind it counts something. */
const LABELLED = new RegExp(
  String.raw`(?<![\w.-])(?<label>[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*)?)` +
    String.raw`(?:,? (?:on |at |uses |listens on )?(?:its |the )?(?:(?:TCP|UDP) )?port |,? (?:TCP|UDP)[ /]| \((?:(?:TCP|UDP) )?(?:port )?|\s+:)` +
    String.raw`${PORT}(?![\w%]|[.,-]\d| [a-z]+s\b)`,
  'g',
);
/** The last word of a label that names nothing. */
const EMPTY =
  /(?:^| )(?:an?|and|another|are|as|at|be|but|by|for|from|http|https|in|into|is|it|its|local|not|of|on|only|or|over|port|ports|tcp|than|that|the|then|this|through|to|udp|uses|via|was|with)$/i;

export function labelledPortsIn({ text, place }: ConstantText): LabelledPort[] {
  if (!/\d{4}/.test(text)) return [];
  return [...text.matchAll(LABELLED)]
    .filter(({ groups }) => !EMPTY.test(groups!.label))
    .map(({ 0: words, index, groups }) => {
      const { label, port } = groups!;
      const end = index + words.length;
      return { label, port, range: place(end - port.length, end) };
    });
}
