/** Reads the versions of products: "Ubuntu 24.04", `example/server:1.25.0`, `torch==2.5.1`, `prettier@3.4.2`; and the sizes of keys: "RSA 4096". */
import type { StatedVersion } from '../../model/index.ts';
import type { ConstantText } from './texts.ts';

const VERSION = String.raw`v?(?<value>\d{1,4}(?:\.\d{1,4}){1,3})`;
const PATTERNS = [
  // An image with its tag; a name without a folder needs a hyphen, since "key:1.5" may be anything.
  new RegExp(
    String.raw`(?<![\w./-])(?<subject>[a-z][\w.-]*(?:/[\w.-]+)+|[a-z]\w*(?:-\w+)+):${VERSION}(?![\w.]*\.\w|\w)`,
    'g',
  ),
  // A word with a capital letter, and a unit is no version: "About 1.5 GB".
  new RegExp(
    String.raw`(?<![\w./-])(?<subject>[A-Z][A-Za-z]+(?: (?:CE|EE|LTS|Engine|Server))?) ${VERSION}(?![\w.]*\w|\s?(?:[kKMGT]i?B|ms|s|min|h|%|x|×|to|-|–|[a-z]?[Bb]ytes?|seconds?|minutes?|hours?)(?!\w))`,
    'g',
  ),
  new RegExp(String.raw`(?<![\w./-])(?<subject>[A-Za-z][\w-]*)(?<pin>==)${VERSION}(?![\w.]*\w)`, 'g'),
  new RegExp(
    String.raw`(?<![\w./-])(?<subject>(?:@[a-z][\w.-]*/)?[a-z][\w.-]*)(?<pin>@)v?(?<value>\d{1,4}(?:\.\d{1,4}){2})(?![\w.-]*\w)`,
    'g',
  ),
  // A row: the name of an image beside its version, or "Default Server version" beside it.
  new RegExp(
    String.raw`(?<![\w./-])(?<subject>[a-z][\w.-]*(?:/[\w.-]+)+|[A-Z][A-Za-z]+(?= version))(?: version)? \| ${VERSION}(?![\w.]*\w|[+-])`,
    'g',
  ),
  // Of something that the words beside it may tell.
  /(?<![\w.:=/@-])(?<subject>)v?(?<value>\d{1,4}\.\d{1,4}\.\d{1,4})(?![\w.]*\w)/g,
] as const;

const BITS = String.raw`(?<value>[1-9]\d{2,4})(?![\w.]*\w)`;
/** What programs and words say of keys and signatures. */
const OF_KEYS: readonly { of: 'key size' | 'hash'; subject: string; isPinned: boolean; pattern: RegExp }[] = [
  ...[
    String.raw`\bgenrsa\b(?: -\S+(?: [^\s\d-]\S*)?)* ${BITS}`,
    String.raw`default_bits ?= ?${BITS}`,
    String.raw`\brsa:${BITS}`,
  ].map((form) => ({
    of: 'key size' as const,
    subject: 'RSA',
    isPinned: true,
    pattern: new RegExp(form, 'g'),
  })),
  ...[
    String.raw`(?<![\w./-])RSA(?:[ -]| keys? (?:of|with) | key size (?:of )?)${BITS}`,
    String.raw`(?<![\w.-])(?<value>[1-9]\d{2,4})[- ]bits? RSA\b`,
    String.raw`\bkey (?:size|length)(?: \(bits?\))? \| ${BITS}`,
  ].map((form) => ({
    of: 'key size' as const,
    subject: 'RSA',
    isPinned: false,
    pattern: new RegExp(form, 'gi'),
  })),
  {
    of: 'hash',
    subject: 'signatures',
    isPinned: true,
    pattern: /(?: -|default_md ?= ?)(?<value>sha\d{3})(?!\w|-)/g,
  },
  {
    of: 'hash',
    subject: 'signatures',
    isPinned: false,
    pattern: /\b(?:hash|digest|signature algorithm) \| (?<value>SHA-?\d{3})(?!\w|-)/gi,
  },
  {
    of: 'hash',
    subject: 'signatures',
    isPinned: false,
    pattern: /\b(?:RSA|OpenSSL|certificates?|signed)\b[^.;|]{0,20}\b(?<value>SHA-?\d{3})(?!\w|-)/g,
  },
];

/** Words before a number that is no version: places in a text, and words at the head of a sentence. */
const NO_PRODUCT = new RegExp(
  `^(?:${[
    'sections?|tables?|figures?|fig|chapters?|steps?|appendix|annex|parts?|clauses?|rules?|requirements?|items?',
    'levels?|phases?|examples?|listing|paragraphs?|versions?|releases?|defaults?',
    'about|and|the|at|in|of|to|from|by|with|for|is|an|or|than|until|since|before|after|over|under|only',
  ].join('|')})$`,
  'i',
);

/** Words of a sentence that speaks of several versions, or of another one on purpose. */
const DIFFERENCE = new RegExp(
  [
    String.raw`\b(?:or|and) (?:later|newer|higher|above|up|older|earlier|below)\b`,
    String.raw`\b(?:since|until|before|older|newer|later|earlier|previous\w*|former\w*|old|new|next|legacy)\b`,
    String.raw`\b(?:instead|rather|differ\w*|another|other|unlike|versus|vs|alternativ\w*|override\w*)\b`,
    String.raw`\b(?:upgrad|updat|migrat|compatib|deprecat|introduc|replac|rais|bump)\w*`,
    String.raw`\b(?:for example|e\.g|minimum|at least)\b|[<>≥≤→]`,
  ].join('|'),
  'i',
);

/** @returns the versions that a text states of products */
export function versionsIn({ text, place }: ConstantText): StatedVersion[] {
  const found = ofKeysIn(text, place);
  if (!/\d\.\d/.test(text)) return found;
  for (const pattern of PATTERNS)
    for (const { groups, index, 0: words } of text.matchAll(pattern)) {
      const { subject, value } = groups!;
      if (NO_PRODUCT.test(subject)) continue;
      const end = index + words.length;
      found.push({
        subject,
        value,
        isPinned: groups!.pin !== undefined,
        isOnPurpose: DIFFERENCE.test(sentenceAround(text, index, end)),
        range: place(end - value.length, end),
      });
    }
  return found;
}

function ofKeysIn(text: string, place: ConstantText['place']): StatedVersion[] {
  if (!/rsa|default_bits|key (?:size|length)|sha-?\d/i.test(text)) return [];
  return OF_KEYS.flatMap(({ of, subject, isPinned, pattern }) =>
    Array.from(text.matchAll(pattern), ({ groups, index, 0: words }): StatedVersion => {
      const start = index + words.lastIndexOf(groups!.value);
      const end = start + groups!.value.length;
      return {
        of,
        subject,
        isPinned,
        value: of === 'hash' ? groups!.value.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-') : groups!.value,
        isOnPurpose: !isPinned && DIFFERENCE.test(sentenceAround(text, index, index + words.length)),
        range: place(start, end),
      };
    }),
  );
}

/** The words around a stretch, up to the ends of the sentence or the cell. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = /(?:^|.*[.;|]\s)(.*)$/s.exec(text.slice(Math.max(0, start - MAX_CONTEXT), start))![1];
  const after = /^.*?(?=[.;]\s|\s\||$)/s.exec(text.slice(end, end + MAX_CONTEXT))![0];
  return `${before} ${after}`;
}

/** Characters on each side of a version that tell whether it is meant to differ. */
const MAX_CONTEXT = 60;
