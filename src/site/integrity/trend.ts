/** The changes since a revision, as figures and as lists with links. */
import { nodeId, type GraphView } from '#specgraph';
import type { GraphDiff, ReferenceChange, VariableChange } from '#specgraph/query';
import type { RevisionChanges, Snapshot } from '../snapshot.ts';
import { urlOfNode, urlOfPlace, urls } from '../urls.ts';

export interface TrendFigure {
  label: string;
  before: number;
  now: number;
  /** "+3", "−2"; empty where nothing changed. */
  change: string;
  /** Whether the change is an improvement; undefined where neither direction is better. */
  good?: boolean;
}

export interface TrendLine {
  text: string;
  /** A name that is shown as code. */
  code?: string;
  url?: string;
}

export interface TrendGroup {
  title: string;
  /** "removed": removed or broken; "added": added or repaired; "changed": everything else. */
  kind: 'removed' | 'added' | 'changed';
  lines: TrendLine[];
}

export interface Trend {
  revision: string;
  date: string;
  figures: TrendFigure[];
  groups: TrendGroup[];
}

export function trendSince(
  { revision, date, before, diff }: RevisionChanges,
  { graph, report }: Pick<Snapshot, 'graph' | 'report'>,
): Trend {
  const now = report.summary;
  const figure = (
    label: string,
    key: 'documents' | 'sections' | 'variables' | 'references' | 'errors' | 'warnings',
  ): TrendFigure => {
    const change = now[key] - before[key];
    const isFault = key === 'errors' || key === 'warnings';
    return {
      label,
      before: before[key],
      now: now[key],
      change: change === 0 ? '' : `${change > 0 ? '+' : '−'}${Math.abs(change).toLocaleString('en')}`,
      good: isFault && change !== 0 ? change < 0 : undefined,
    };
  };
  return {
    revision,
    date,
    figures: [
      figure('Documents', 'documents'),
      figure('Sections', 'sections'),
      figure('Variables', 'variables'),
      figure('References', 'references'),
      figure('Errors', 'errors'),
      figure('Warnings', 'warnings'),
    ],
    groups: groupsOf(diff, graph),
  };
}

function groupsOf(diff: GraphDiff, graph: GraphView): TrendGroup[] {
  const { documents, variables, sections, references, contracts } = diff;
  const lines = trendLines(graph);
  const groups: TrendGroup[] = [
    {
      title: 'Contracts',
      kind: 'changed',
      lines: contracts.flatMap((change) => contractLines(graph, change)),
    },
    { title: 'References that broke', kind: 'removed', lines: references.broke.map(lines.reference) },
    { title: 'References that were fixed', kind: 'added', lines: references.mended.map(unlinked) },
    { title: 'Documents added', kind: 'added', lines: documents.added.map(lines.document) },
    { title: 'Documents removed', kind: 'removed', lines: documents.removed.map((text) => ({ text })) },
    { title: 'Documents renamed', kind: 'changed', lines: documents.renamed.map(lines.renamedDocument) },
    { title: 'Variables added', kind: 'added', lines: variables.added.map(lines.variable) },
    { title: 'Variables removed', kind: 'removed', lines: variables.removed.map(removedVariable) },
    { title: 'Variables changed', kind: 'changed', lines: variables.changed.flatMap(lines.changedFields) },
    { title: 'Sections added', kind: 'added', lines: sections.added.map(lines.section) },
    { title: 'Sections removed', kind: 'removed', lines: sections.removed.map(removedSection) },
    { title: 'Sections renumbered', kind: 'changed', lines: sections.renumbered.map(lines.movedSection) },
    { title: 'Sections renamed', kind: 'changed', lines: sections.renamed.map(lines.movedSection) },
    { title: 'References that appeared', kind: 'added', lines: references.appeared.map(lines.reference) },
    { title: 'References that vanished', kind: 'removed', lines: references.vanished.map(unlinked) },
  ];
  return groups.filter(({ lines: own }) => own.length > 0);
}

/** Lines for things that still exist, each with a link to its place. */
function trendLines(graph: GraphView) {
  const urlAt = (file: string, line: number): string | undefined => urlOfPlace(graph, { file, line });
  const variable = ({ name, group }: { name: string; group: string }): TrendLine => ({
    code: name,
    text: group,
    url: graph.node(nodeId.variable(name)) ? urls.variable(name) : undefined,
  });
  return {
    variable,
    document: (file: string): TrendLine => ({ text: file, url: urlAt(file, 1) }),
    renamedDocument: ({ from, to }: { from: string; to: string }): TrendLine => ({
      text: `${from} → ${to}`,
      url: urlAt(to, 1),
    }),
    reference: ({ from, to, file, line }: ReferenceChange): TrendLine => ({
      text: `${from} → ${to}`,
      url: urlAt(file, line),
    }),
    section: (name: Name): TrendLine => ({ text: sectionText(name), url: urlAt(name.file, name.line) }),
    movedSection: ({ from, to }: { from: Name; to: Name }): TrendLine => ({
      text: `${shortFile(to.file)} ${nameOf(from)} → ${nameOf(to)}`,
      url: urlAt(to.file, to.line),
    }),
    changedFields: (change: VariableChange): TrendLine[] =>
      change.fields.map(({ field, from, to }) => ({
        ...variable(change),
        text: `${field}: ${from || 'nothing'} → ${to || 'nothing'}`,
      })),
  };
}

function contractLines(
  graph: GraphView,
  { phase, file, from, to, promises }: GraphDiff['contracts'][number],
): TrendLine[] {
  const name = phase ? `Phase ${Number(phase)}` : file;
  const url = phase ? urlOfNode(graph, nodeId.phase(String(Number(phase)))) : undefined;
  return [
    ...(from === to ? [] : [{ text: `${name}: ${from} → ${to}`, url }]),
    ...promises.map((promise) => ({
      text: `${name}: ${promise.text}: ${promise.from} → ${promise.to}`,
      url,
    })),
  ];
}

/** A reference that is no longer broken or no longer there has no place to link to. */
function unlinked({ from, to }: ReferenceChange): TrendLine {
  return { text: `${from} → ${to}` };
}

function removedVariable({ name, group }: { name: string; group: string }): TrendLine {
  return { code: name, text: group };
}

function removedSection(name: Name): TrendLine {
  return { text: sectionText(name) };
}

function sectionText(name: Name): string {
  return `${shortFile(name.file)} ${nameOf(name)}`;
}

interface Name {
  file: string;
  line: number;
  number?: string;
  title: string;
}

function nameOf({ number, title }: Name): string {
  return [number, title].filter(Boolean).join(' ');
}

/** "spec/03" for "spec/03-contextualization-reference.md"; the whole path for a file without a number. */
function shortFile(file: string): string {
  return /^(.*\/)?\d+(?=-)/.exec(file)?.[0] ?? file;
}
