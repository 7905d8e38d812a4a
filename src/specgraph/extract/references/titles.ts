/** Titles in front of a number that may own it: "CommonMark Core 1.0, Section 9", "the Relay specification, Section 4". */
import { KIND_WORDS } from '../../kinds/numbered.ts';

/** Capitalised words that lead to a reference and are no part of a title. */
const LEADING_WORDS = new Set(
  `see also cf as in of from per by under with to for and or both either neither the this that these those a an note
  notes warning important tip caution danger info hint example examples refer follow read where when if like unlike but
  however then thus hence so while since because todo fixme must should may shall not recommended required optional is are
  be it its they which what who all each every any no only yes consult compare check skip go use using within through via
  section between until`.split(/\s+/),
);
const MONTHS = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** Nouns that end the name of a work although they are written small: "the Relay specification". */
const WORK_NOUNS =
  /^(?:guide|manual|documentation|docs|handbook|standard|specification|spec|paper|book|report|act|agreement|licen[cs]e|draft|profile|policy)$/;
const JOINING_WORDS = /^(?:of|for|and|the|to|on|in|with)$/;
const VERSION = /^#?v?\d+(?:\.\d+)*[a-z]?$|^\d{4}-\d\d(?:-\d\d)?$|^\d{4}\/\d+(?:\/[A-Z]+)?$/i;
/** "2015/1502" of "Regulation (EU) 2015/1502": a law by its year and number. */
const LAW_NUMBER = /^(?:19|20)\d\d\/\d{2,}(?:\/[A-Z]+)?$/;
/** "the ARF main text", "the ARF document": an abbreviation with a noun for the whole of it. */
const WHOLE_DOCUMENT = /(?<![\p{L}\d])(\p{Lu}{3,}\d*)\s+(?:main\s+)?(?:text|body|document)$/u;
/** "HTML5", "C++17", "X9.62", "GPLv3": a name with its version. */
const VERSIONED_NAME = /^[A-Z][A-Za-z+#-]*\d+(?:\.\d+)*$/;
/** "Knuth (1997)", "Lamport et al.": authors are cited. */
const CITED_AUTHOR = /[A-Z][\w'’-]+,?\s+(?:\((?:19|20)\d\d[a-z]?\)|et\s+al\.?)[,:]?\s*$/;
/** "[HAIP]", "[OpenID4VCI]": the key of a cited work. */
const CITED_KEY = /\[[A-Za-z\d.:_-]*\p{Lu}[A-Za-z\d.:_-]*\p{Lu}[A-Za-z\d.:_-]*\]$/u;
/** "the act, Section 9". */
const NAMELESS_WORK =
  /\bthe\s+(?:act|agreement|book|code|contract|directive|law|licen[cs]e|manual|paper|regulation|standard|statute|treaty)\s*,?\s*$/i;
const MAX_WORDS = 8;

export interface TitleBefore {
  /** The words that may be a title, without an article: "OpenID Connect Core 1.0". */
  name: string;
  /**
   * It can only be a work of its own, unless a document of the set has that title: it ends in a number, as the titles of
   * standards do, or in a year.
   */
  isWork: boolean;
  /** It names a document in its own words, so that the number is not this document's if no document has the title. */
  isDocument?: true;
}

/** @param text from the beginning of the sentence to the number's word */
export function titleBefore(text: string): TitleBefore | undefined {
  if (CITED_AUTHOR.test(text) || NAMELESS_WORK.test(text)) return { name: text.trim(), isWork: true };
  const whole = WHOLE_DOCUMENT.exec(text.replace(/[\s,(]+$/, ''));
  if (whole) return { name: whole[1], isWork: false, isDocument: true };
  const words = text
    .replace(/\s*,?\s*$/, '')
    .split(/\s+/)
    .map((word) => word.replace(/^["“]|["”]$/g, ''))
    .filter(Boolean);
  if (/[.?!:;|(–—-]$/.test(words.at(-1) ?? '.') && !/\w\.$/.test(words.at(-1) ?? '')) return undefined;
  const last = words.at(-1)!;
  if (last.endsWith(']')) return { name: last, isWork: CITED_KEY.test(last) };
  const isVersion = VERSION.test(last);
  if (VERSIONED_NAME.test(last)) return { name: last, isWork: true };
  if (!isVersion && !isTitleWord(last) && !WORK_NOUNS.test(last)) return undefined;
  const title = titleAtEnd(words);
  if (isVersion && LAW_NUMBER.test(last)) return { name: title.join(' '), isWork: true };
  if (title.length === 0 || (isVersion && title.length === 1)) return undefined;
  const beginsSentence = title.length === words.length;
  // The first word of a sentence has a capital letter anyway, but not two of them.
  const isName = (word: string, i: number): boolean =>
    isTitleWord(word) && !(beginsSentence && i === 0 && !/^\p{Lu}{2}/u.test(word));
  if (beginsSentence && title.length === 1 && !isName(last, 0)) return undefined;
  if (!title.some(isName)) {
    if (!isVersion) return undefined;
  }
  if (isVersion && (KIND_WORDS.has(title.at(-2)!.toLowerCase()) || MONTHS.test(title.at(-2)!)))
    return undefined;
  return { name: title.join(' '), isWork: isVersion };
}

/** The longest run of words at the end that a title can consist of. */
function titleAtEnd(words: readonly string[]): string[] {
  let from = words.length;
  while (from > 0 && words.length - from < MAX_WORDS) {
    const word = words[from - 1];
    const isFirst = from === words.length;
    const fits =
      isTitleWord(word) || VERSION.test(word) || (isFirst ? WORK_NOUNS.test(word) : JOINING_WORDS.test(word));
    if (!fits) break;
    from--;
  }
  while (from < words.length && JOINING_WORDS.test(words[from])) from++;
  return words.slice(from);
}

function isTitleWord(word: string): boolean {
  return (
    /^[A-Z][\w'’-]*[a-z\d]$|^[A-Z]{2,}[\w#-]*$|^[A-Z][A-Za-z-]*\.?[A-Z]\.?$|^[A-Z]\w*[#+]+$/.test(word) &&
    !LEADING_WORDS.has(word.toLowerCase())
  );
}
