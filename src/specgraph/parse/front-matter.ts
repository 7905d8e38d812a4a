/** The YAML at the head of a document. */
export interface FrontMatter {
  yaml: string;
  /** Offset of the YAML in the document. */
  start: number;
}

export function frontMatter(source: string): FrontMatter | undefined {
  const match = /^\uFEFF?---[ \t]*\r?\n(?<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(source);
  if (!match) return undefined;
  const { yaml } = match.groups!;
  return { yaml, start: source.indexOf('\n') + 1 };
}

/** A title on one line, with or without quotes. */
const TITLE =
  /^title:[ \t]+(?:"(?<double>[^"\\\n]+)"|'(?<single>[^'\n]+)'|(?<plain>[^\s"'>|[{&*!#%@`][^\n#]*?))[ \t]*(?:#.*)?\r?$/m;

/** @returns the title that the front matter states, with its offsets in the document */
export function titleOfFrontMatter(source: string): { text: string; start: number; end: number } | undefined {
  const head = source.startsWith('---') || source.startsWith('\uFEFF---') ? frontMatter(source) : undefined;
  const match = head && TITLE.exec(head.yaml);
  if (!head || !match) return undefined;
  const { double, single, plain } = match.groups!;
  const text = double ?? single ?? plain;
  const start = head.start + match.index + match[0].indexOf(text, 'title:'.length);
  return { text, start, end: start + text.length };
}
