/** Reads the words beside a number that may be its title: "Section 7 (Publication)", "the Publication section (§7)". */
import type { WordsBeside } from '../../model/index.ts';
import { lastWhere } from '../../text/ordered.ts';
import type { Words } from '../prose.ts';

/** Longer words are no title. */
const MAX_TITLE = 80;
const REACH = MAX_TITLE + 20;

const IN_PARENTHESES = /^\s?\(["“]?([^()|]{2,80}?)["”]?\)/;
const IN_QUOTES = /^(?:\s?[,:–—-])?\s*["“]([^"“”|]{2,80})["”]/;
const AFTER_MARK = /^(?:,|:|\s[–—-]|(?=\s+\p{Lu}))\s+([^,.;:()|"“”\n]{2,80})(?=[,.;:()|\n]|$)/u;
const TO_EMPHASIS = /^(?:\s?[,:–—-])?\s*\(?$/;

const QUOTED_BEFORE = /["“]([^"“”|]{2,80})[,.]?["”],?\s*\(?$/;
const WITH_NOUN_BEFORE = /\b[Tt]he\s+([^,.;:()|"“”\n]{2,80}?)\s+(?:[Ss]ection|[Ss]tep|[Cc]hapter)\s*,?\s*\($/;
const PLAIN_BEFORE = /(?:^|[,.;:()|"“”\n])\s*([^,.;:()|"“”\n]{2,80}?)\s*\($/;
const FROM_EMPHASIS = /^,?\s*\(?$/;

/**
 * @param start of the words with the number, and their `end`, as offsets in the unit's text
 * @returns words directly behind and before them; most are no title
 */
export function wordsBeside(unit: Words, start: number, end: number): WordsBeside[] | undefined {
  const found = [behind(unit, end), before(unit, start)].filter((one) => one !== undefined);
  return found.length > 0 ? found : undefined;
}

function behind({ text, emphases }: Words, end: number): WordsBeside | undefined {
  const emphasis = emphases?.find((span) => span.start >= end);
  if (emphasis && emphasis.start - end < 6 && TO_EMPHASIS.test(text.slice(end, emphasis.start)))
    return { words: text.slice(emphasis.start, emphasis.end), form: 'marked' };
  const after = text.slice(end, end + REACH);
  const marked = IN_PARENTHESES.exec(after) ?? IN_QUOTES.exec(after);
  if (marked) return { words: marked[1], form: 'marked' };
  const plain = AFTER_MARK.exec(after);
  return plain ? { words: plain[1], form: 'plain' } : undefined;
}

function before({ text, emphases }: Words, start: number): WordsBeside | undefined {
  if (start === 0) return undefined;
  const emphasis = emphases && lastWhere(emphases, (span) => span.end <= start);
  if (emphasis && start - emphasis.end < 4 && FROM_EMPHASIS.test(text.slice(emphasis.end, start)))
    return { words: text.slice(emphasis.start, emphasis.end), form: 'marked' };
  const words = text.slice(Math.max(0, start - REACH), start);
  const marked = QUOTED_BEFORE.exec(words) ?? WITH_NOUN_BEFORE.exec(words);
  if (marked) return { words: marked[1], form: 'marked' };
  const plain = words.endsWith('(') ? PLAIN_BEFORE.exec(words) : undefined;
  return plain ? { words: plain[1], form: 'end' } : undefined;
}

const RUNS_IN = new RegExp(
  String.raw`^\s+(?:runs?|executes|(?:is|are)\s+(?:run|called|executed|invoked|started|sourced))` +
    String.raw`(?:\s+(?:again|once|first|only|later|itself))?\s+(?:in|at|during|by|from|within)\s+` +
    String.raw`(?:the\s+\w+\s+(?:stage|phase|part)\s+of\s+)?(?:[\w./-]+,?\s+)?` +
    String.raw`(?:Section\s+\w+,?\s+)?(?:the\s+)?(?:boot\s+)?$`,
);
const RUNS = /^(?:\s+of\s+[\w./-]+)?\s+(?:runs|calls|executes|invokes|sources)\s+$/;
/** "called after the detection (Step 9) as `f`": what stands before the step, and between it and the code. */
const CALLED_BEFORE = /\b(?:called|run|executed|invoked|started|sourced)\b[^.;:]*$/;
const AS = /^\)?,?\s+as\s+$/;
/** A function or a script: `publish_ready`, `publish_ready()`, `discover.sh`, `x --dry-run`. */
const CALLABLE = /^(?=[^ ]*[_.(])([A-Za-z_][\w-]*(?:\.(?:sh|py|js|ts|rb|pl|ps1))?)(?:\(\))?(?= |$)/;

/** @returns the code that the words beside a step say to run in it: "`f` runs in Step 5", "Step 5 calls `f`" */
export function codeRunIn({ text, codes }: Words, start: number, end: number): string | undefined {
  const behindStep = codes.find((span) => span.start >= end);
  const names = [
    ...codes
      .filter((span) => span.end < start && start - span.end < REACH)
      .filter((span) => RUNS_IN.test(text.slice(span.end, start))),
    ...(behindStep && isSaidToRun(text.slice(0, start), text.slice(end, behindStep.start))
      ? [behindStep]
      : []),
  ].map((span) => CALLABLE.exec(text.slice(span.start, span.end))?.[1]);
  return names.find((name) => name !== undefined);
}

function isSaidToRun(beforeStep: string, between: string): boolean {
  return RUNS.test(between) || (AS.test(between) && CALLED_BEFORE.test(beforeStep.slice(-REACH)));
}
