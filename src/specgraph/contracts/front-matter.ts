/** The YAML at the head of a planning document. */
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

/** Whether a contract is the front matter of a planning document. */
export function isPlanningDocument(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}
