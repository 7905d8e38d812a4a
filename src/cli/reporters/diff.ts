/** A diff as text, for a terminal and for a comment on a pull request. */
import {
  isEmptyDiff,
  type GraphDiff,
  type ReferenceChange,
  type SectionChange,
  type VariableChange,
} from '#specgraph/query';
import type { Paint } from '../colors.ts';
import { toPrintable } from '#specgraph/text/printable';
import { codeSpan, escapeMarkdown, markdownList } from './markdown-text.ts';

export interface RevisionNames {
  from: string;
  to: string;
}

/** All changes of one kind. */
interface Part {
  title: string;
  mark: '+' | '-' | '~' | '!';
  lines: string[];
}

/** Escapes names and other text for an output format. */
interface Wording {
  code(text: string): string;
  plain(text: string): string;
}

/** For a terminal. */
export function diffPretty(diff: GraphDiff, { from, to }: RevisionNames, paint: Paint): string {
  const heading = `${toPrintable(from)} → ${toPrintable(to)}`;
  if (isEmptyDiff(diff)) return `${heading}: nothing that the graph shows has changed.\n`;
  const styles = { '+': 'green', '-': 'red', '~': 'yellow', '!': 'red' } as const;
  const wording: Wording = { code: toPrintable, plain: toPrintable };
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

/** GitHub-flavoured Markdown. Long lists are folded, except for those of things that broke. */
export function diffMarkdown(diff: GraphDiff, { from, to }: RevisionNames): string {
  const wording: Wording = { code: codeSpan, plain: escapeMarkdown };
  const heading = `### Specification graph: ${codeSpan(from)} → ${to === 'the working tree' ? to : codeSpan(to)}`;
  if (isEmptyDiff(diff)) return `${heading}\n\nNothing that the graph shows has changed.\n`;
  return [
    heading,
    '',
    ...partsOf(diff, wording).flatMap(({ title, mark, lines }) =>
      markdownList(`${title} (${lines.length})`, lines, mark === '!'),
    ),
  ].join('\n');
}

function partsOf(diff: GraphDiff, wording: Wording): Part[] {
  const { documents, variables, sections, references, contracts } = diff;
  const { code } = wording;
  const reference = (change: ReferenceChange): string => referenceLine(change, wording);
  const section = (name: SectionName): string => sectionLine(name, wording);
  const moved = (change: SectionChange): string => movedLine(change, wording);
  const variable = (name: VariableName): string => variableLine(name, wording);
  const renamed = ({ from, to }: { from: string; to: string }): string => `${code(from)} → ${code(to)}`;
  const changed = (change: VariableChange): string[] => fieldLines(change, wording);
  const promises = contracts.flatMap((contract) => contractLines(contract, wording));
  const parts: Part[] = [
    { title: 'Contracts', mark: '!', lines: promises },
    { title: 'References that broke', mark: '!', lines: references.broke.map(reference) },
    { title: 'References that were fixed', mark: '+', lines: references.mended.map(reference) },
    { title: 'Documents added', mark: '+', lines: documents.added.map(code) },
    { title: 'Documents removed', mark: '-', lines: documents.removed.map(code) },
    { title: 'Documents renamed', mark: '~', lines: documents.renamed.map(renamed) },
    { title: 'Variables added', mark: '+', lines: variables.added.map(variable) },
    { title: 'Variables removed', mark: '-', lines: variables.removed.map(variable) },
    { title: 'Variables changed', mark: '~', lines: variables.changed.flatMap(changed) },
    { title: 'Sections added', mark: '+', lines: sections.added.map(section) },
    { title: 'Sections removed', mark: '-', lines: sections.removed.map(section) },
    { title: 'Sections renumbered', mark: '~', lines: sections.renumbered.map(moved) },
    { title: 'Sections renamed', mark: '~', lines: sections.renamed.map(moved) },
    { title: 'References that appeared', mark: '+', lines: references.appeared.map(reference) },
    { title: 'References that vanished', mark: '-', lines: references.vanished.map(reference) },
  ];
  return parts.filter((part) => part.lines.length > 0);
}

type SectionName = Pick<SectionChange['to'], 'file' | 'number' | 'title'>;
type VariableName = Pick<VariableChange, 'name' | 'group'>;

function referenceLine({ from, to, file, line }: ReferenceChange, { plain, code }: Wording): string {
  return `${plain(from)} → ${plain(to)} (${code(`${file}:${line}`)})`;
}

function headingOf({ number, title }: SectionName): string {
  return [number, title].filter(Boolean).join(' ');
}

function sectionLine(name: SectionName, { plain, code }: Wording): string {
  return `${code(name.file)} ${plain(headingOf(name))}`;
}

function movedLine({ from, to }: SectionChange, wording: Wording): string {
  return `${sectionLine(from, wording)} → ${wording.plain(headingOf(to))}`;
}

function variableLine({ name, group }: VariableName, { plain, code }: Wording): string {
  return `${code(name)} (${plain(group)})`;
}

function contractLines(contract: GraphDiff['contracts'][number], { plain }: Wording): string[] {
  const name = plain(contract.phase ? `Phase ${contract.phase}` : contract.file);
  return [
    ...(contract.from === contract.to ? [] : [`${name}: ${contract.from} → ${contract.to}`]),
    ...contract.promises.map(({ text, from, to }) => `${name}: ${plain(text)}: ${from} → ${to}`),
  ];
}

function fieldLines(change: VariableChange, wording: Wording): string[] {
  const value = (text: string | undefined): string =>
    text === undefined || text === '' ? 'nothing' : wording.code(text);
  const name = variableLine(change, wording);
  return change.fields.map(({ field, from, to }) => `${name} ${field}: ${value(from)} → ${value(to)}`);
}
