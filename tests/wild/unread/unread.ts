/**
 * Draws mentions of numbered parts from a set at random, by one wide pattern that shares nothing with the extraction of
 * the checker, and tells which of them the checker reads. A person judges the others: most of them name other works.
 */
import {
  createReader,
  type DocumentFacts,
  type GraphEdge,
  type RawReference,
  type SourceRange,
} from '#specgraph';
import { loadProject } from '#specgraph/load';
import { sourceText } from '../../defects/defect.ts';
import { generator, shuffled } from '../random.ts';

/** `read`: an edge of the graph leads from it; `other`: the words around it name another work; `open`: to be judged. */
export type Reading = 'read' | 'other' | 'open';

export interface WideMention {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based column of the first word, and of the end of the number. */
  column: number;
  endColumn: number;
  /** Its line. */
  context: string;
  reading: Reading;
}

const WORD = String.raw`(?:sub-?)?sections?|(?:sub-?)?clauses?|chapters?|parts?|annex(?:es)?|appendi(?:x|ces|xes)|steps?|tables?|figures?|(?:sects?|secs?|figs?|app|ch)\.|§+`;
const NUMBER = String.raw`\d+(?:[.-]\d+)*[a-z]?(?!\w)|[A-Z](?:\.\d+)*(?![\w'’])|[IVX]{1,5}(?![\w'’])`;
const MENTION = new RegExp(
  String.raw`(?<![\w.#/-])(?<word>${WORD})(?<between>[\s*_\x60"“(\[]{0,4})(?<number>${NUMBER})`,
  'dgi',
);
const OTHER_WORK =
  /\b(?:RFC|BCP|ISO|IEC|IEEE|NIST|FIPS|ETSI|ITU|W3C|ECMA|ANSI)\b[^.;]{0,60}$|\]\(https?:[^)]*\)[^.;]{0,12}$/;
const OTHER_BEHIND =
  /^[^.;]{0,8}\]\(https?:|^[^.;[]{0,30}(?:of|in|from) (?:the )?\[?\[?(?:RFC|BCP|ISO|IEC|IEEE|NIST|FIPS|ETSI)\b/;

/**
 * @param folder of Markdown; its configuration is not read
 * @param count of mentions; the same ones in every run with the same seed
 */
export async function drawMentions(folder: string, count: number, seed: number): Promise<WideMention[]> {
  const { corpus, config } = await loadProject(folder, { cwd: folder, config: false });
  const graph = createReader(config).read(corpus);
  const ranges = [
    ...graph.edges.filter(isReference).map(({ range }) => range!),
    ...graph.documents.flatMap(comparedSteps),
  ];
  const byFile = Map.groupBy(ranges, ({ file }) => file);
  const all = corpus.files.flatMap(({ path, text }) => {
    const own = byFile.get(path) ?? [];
    return wideMentions(path, text).map((mention) => ({
      ...mention,
      reading: own.some((range) => covers(range, mention)) ? ('read' as const) : mention.reading,
    }));
  });
  return shuffled(all, generator(seed))
    .slice(0, count)
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

/** Steps that are compared with the lists of their document; no edge leads to an item. */
function comparedSteps({ path, references, sections }: DocumentFacts): SourceRange[] {
  const withLists = sections.filter(({ lists = [] }) => lists.length > 0);
  const titles = new Set(withLists.map(({ title }) => title.toLowerCase()));
  const isOwn = ({ owner }: RawReference): boolean =>
    owner.kind === 'current' ||
    (owner.kind === 'document' && path.endsWith(owner.name.replace(/^\.(?=\/)/, ''))) ||
    (owner.kind === 'title' && titles.has(owner.name.toLowerCase()));
  return references.flatMap((reference) =>
    withLists.length > 0 && reference.kind === 'step' && isOwn(reference) ? [reference.range] : [],
  );
}

function isReference({ kind, range }: GraphEdge): boolean {
  return range !== undefined && (kind === 'refers' || kind === 'mentions');
}

function covers({ line, column, endLine, endColumn }: SourceRange, mention: WideMention): boolean {
  if (line > mention.line || endLine < mention.line) return false;
  return (
    (line < mention.line || column < mention.endColumn) &&
    (endLine > mention.line || endColumn > mention.column)
  );
}

function wideMentions(file: string, text: string): WideMention[] {
  const { lines, types } = sourceText(file, text);
  const body = /^---\s*$/.test(lines[0])
    ? lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
    : -1;
  return lines.flatMap((line, i) => {
    if (i <= body) return [];
    if (types[i] !== 'prose' && types[i] !== 'table') return [];
    return [...line.matchAll(MENTION)].flatMap(({ 0: words, index, groups }) => {
      const { word, between, number } = groups!;
      if ((between === '' && !word.startsWith('§')) || /^[a-z]/.test(number)) return [];
      if (isHead(line, index, words)) return [];
      const end = index + words.length;
      const isOther =
        OTHER_WORK.test(line.slice(Math.max(0, index - 90), index)) || OTHER_BEHIND.test(line.slice(end));
      return [
        {
          file,
          line: i + 1,
          column: index + 1,
          endColumn: end + 1,
          context: line,
          reading: isOther ? ('other' as const) : ('open' as const),
        },
      ];
    });
  });
}

/** "**Figure 3-1.** Layers", "![Figure 2](x.png)", "- **Step 1**: …": a caption, or the head of a paragraph. */
function isHead(line: string, index: number, words: string): boolean {
  const before = line.slice(0, index);
  if (!/^[\s>*_![\-+]*$/.test(before)) return false;
  const after = line.slice(index + words.length);
  return /[*_![]/.test(before) ? /^(?:[*_\]:.–—\s-]|$)/.test(after) : /^\s*(?:[:.–—-]|$)/.test(after);
}
