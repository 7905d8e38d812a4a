/** A diff in words, for a terminal and for a pull-request comment. */
import {
  isEmptyDiff,
  type GraphDiff,
  type ReferenceChange,
  type SectionChange,
  type VariableChange,
} from '#specgraph/query';
import type { Paint } from '../colors.ts';
import { printable } from '../terminal-text.ts';

export interface RevisionNames {
  from: string;
  to: string;
}

/** One kind of change with its lines. */
interface Part {
  title: string;
  mark: '+' | '-' | '~' | '!';
  lines: string[];
}

/** How a format shows names and values. */
interface Wording {
  code(text: string): string;
  plain(text: string): string;
}

/** A list longer than this is cut: a comment that nobody reads to its end helps nobody. */
const MOST_LINES = 40;

/** For a terminal. */
export function diffPretty(diff: GraphDiff, { from, to }: RevisionNames, paint: Paint): string {
  const heading = `${printable(from)} → ${printable(to)}`;
  if (isEmptyDiff(diff)) return `${heading}: nothing that the graph shows has changed.\n`;
  const styles = { '+': 'green', '-': 'red', '~': 'yellow', '!': 'red' } as const;
  const wording: Wording = { code: printable, plain: printable };
  return [
    paint('bold', heading),
    '',
    ...partsOf(diff, wording).flatMap(({ title, mark, lines }) => [
      paint('bold', `${title} (${lines.length})`),
      ...lines.map((line) => `  ${paint(styles[mark], mark)} ${line}`),
      '',
    ]),
  ].join('\n');
}

/** GitHub-flavoured Markdown: what breaks first, long lists folded. */
export function diffMarkdown(diff: GraphDiff, { from, to }: RevisionNames): string {
  const wording: Wording = { code: codeSpan, plain: escapeMarkdown };
  const heading = `### Specification graph: ${codeSpan(from)} → ${to === 'the working tree' ? to : codeSpan(to)}`;
  if (isEmptyDiff(diff)) return `${heading}\n\nNothing that the graph shows has changed.\n`;
  return [
    heading,
    '',
    ...partsOf(diff, wording).flatMap(({ title, mark, lines }) => {
      const shown = lines.slice(0, MOST_LINES).map((line) => `- ${line}`);
      const rest = lines.length > MOST_LINES ? [`- … and ${lines.length - MOST_LINES} more`] : [];
      const head = `${title} (${lines.length})`;
      return lines.length > 8 && mark !== '!'
        ? [`<details><summary>${head}</summary>`, '', ...shown, ...rest, '', '</details>', '']
        : [`**${head}**`, '', ...shown, ...rest, ''];
    }),
  ].join('\n');
}

function partsOf(diff: GraphDiff, w: Wording): Part[] {
  const { documents, variables, sections, references, contracts } = diff;
  const reference = (r: ReferenceChange): string =>
    `${w.plain(r.from)} → ${w.plain(r.to)} (${w.code(`${r.file}:${r.line}`)})`;
  const section = (s: { file: string; number?: string; title: string }): string =>
    `${w.code(s.file)} ${w.plain([s.number, s.title].filter(Boolean).join(' '))}`;
  const moved = ({ from, to }: SectionChange): string =>
    `${section(from)} → ${w.plain([to.number, to.title].filter(Boolean).join(' '))}`;
  const variable = (v: { name: string; group: string }): string => `${w.code(v.name)} (${w.plain(v.group)})`;
  const parts: Part[] = [
    { title: 'Contracts', mark: '!', lines: contracts.flatMap((c) => contractLines(c, w)) },
    { title: 'References that broke', mark: '!', lines: references.broke.map(reference) },
    { title: 'References that were mended', mark: '+', lines: references.mended.map(reference) },
    { title: 'Documents added', mark: '+', lines: documents.added.map(w.code) },
    { title: 'Documents removed', mark: '-', lines: documents.removed.map(w.code) },
    {
      title: 'Documents renamed',
      mark: '~',
      lines: documents.renamed.map(({ from, to }) => `${w.code(from)} → ${w.code(to)}`),
    },
    { title: 'Variables added', mark: '+', lines: variables.added.map(variable) },
    { title: 'Variables removed', mark: '-', lines: variables.removed.map(variable) },
    {
      title: 'Variables changed',
      mark: '~',
      lines: variables.changed.flatMap((v) => fieldLines(v, variable(v), w)),
    },
    { title: 'Sections added', mark: '+', lines: sections.added.map(section) },
    { title: 'Sections removed', mark: '-', lines: sections.removed.map(section) },
    { title: 'Sections renumbered', mark: '~', lines: sections.renumbered.map(moved) },
    { title: 'Sections renamed', mark: '~', lines: sections.renamed.map(moved) },
    { title: 'References that appeared', mark: '+', lines: references.appeared.map(reference) },
    { title: 'References that vanished', mark: '-', lines: references.vanished.map(reference) },
  ];
  return parts.filter((part) => part.lines.length > 0);
}

function contractLines(contract: GraphDiff['contracts'][number], w: Wording): string[] {
  const name = contract.phase ? `Phase ${contract.phase}` : contract.file;
  return [
    ...(contract.from === contract.to ? [] : [`${w.plain(name)}: ${contract.from} → ${contract.to}`]),
    ...contract.promises.map((p) => `${w.plain(name)}: ${w.plain(p.text)}: ${p.from} → ${p.to}`),
  ];
}

function fieldLines(change: VariableChange, name: string, w: Wording): string[] {
  const value = (text: string | undefined): string =>
    text === undefined || text === '' ? 'nothing' : w.code(text);
  return change.fields.map(({ field, from, to }) => `${name} ${field}: ${value(from)} → ${value(to)}`);
}

/** A code span whose fence is longer than any run of backticks in it. */
function codeSpan(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${oneLine} ${fence}` : `${fence}${oneLine}${fence}`;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~@]/g, (c) =>
      c === '<' ? '&lt;' : c === '>' ? '&gt;' : c === '@' ? '&#64;' : `\\${c}`,
    );
}
