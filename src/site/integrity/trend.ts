/** The changes since a revision, as figures and as lists with links. */
import { nodeId } from '#specgraph';
import type { GraphDiff } from '#specgraph/query';
import type { RevisionChanges, Snapshot } from '../snapshot.ts';
import { urlOfPlace, urls } from '../urls.ts';

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
  /** "gone": removed or broken; "came": added or repaired; "changed": everything else. */
  kind: 'gone' | 'came' | 'changed';
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
    const by = now[key] - before[key];
    const fault = key === 'errors' || key === 'warnings';
    return {
      label,
      before: before[key],
      now: now[key],
      change: by === 0 ? '' : `${by > 0 ? '+' : '−'}${Math.abs(by).toLocaleString('en')}`,
      good: fault && by !== 0 ? by < 0 : undefined,
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
    groups: groupsOf(
      diff,
      (place) => urlOfPlace(graph, place),
      (name) => (graph.node(nodeId.variable(name)) ? urls.variable(name) : undefined),
    ),
  };
}

type UrlOfPlace = (place: { file: string; line: number }) => string | undefined;

function groupsOf(
  { documents, variables, sections, references, contracts }: GraphDiff,
  urlAt: UrlOfPlace,
  urlOfVariable: (name: string) => string | undefined,
): TrendGroup[] {
  const document = (file: string): TrendLine => ({ text: file, url: urlAt({ file, line: 1 }) });
  const reference = ({
    from,
    to,
    file,
    line,
  }: {
    from: string;
    to: string;
    file: string;
    line: number;
  }): TrendLine => ({ text: `${from} → ${to}`, url: urlAt({ file, line }) });
  const vanished = ({ from, to }: { from: string; to: string }): TrendLine => ({ text: `${from} → ${to}` });
  const section = (name: Name): TrendLine => ({
    text: `${shortFile(name.file)} ${nameOf(name)}`,
    url: urlAt(name),
  });
  const moved = ({ from, to }: { from: Name; to: Name }): TrendLine => ({
    text: `${shortFile(to.file)} ${nameOf(from)} → ${nameOf(to)}`,
    url: urlAt(to),
  });
  const variable = ({ name, group }: { name: string; group: string }): TrendLine => ({
    code: name,
    text: group,
    url: urlOfVariable(name),
  });
  const groups: TrendGroup[] = [
    {
      title: 'Contracts',
      kind: 'changed',
      lines: contracts.flatMap(({ phase, file, from, to, promises }) => {
        const name = phase ? `Phase ${Number(phase)}` : file;
        const url = phase ? urls.phase(String(Number(phase))) : undefined;
        return [
          ...(from === to ? [] : [{ text: `${name}: ${from} → ${to}`, url }]),
          ...promises.map((one) => ({ text: `${name}: ${one.text}: ${one.from} → ${one.to}`, url })),
        ];
      }),
    },
    { title: 'References that broke', kind: 'gone', lines: references.broke.map(reference) },
    { title: 'References that were mended', kind: 'came', lines: references.mended.map(vanished) },
    { title: 'Documents added', kind: 'came', lines: documents.added.map(document) },
    { title: 'Documents removed', kind: 'gone', lines: documents.removed.map((text) => ({ text })) },
    {
      title: 'Documents renamed',
      kind: 'changed',
      lines: documents.renamed.map(({ from, to }) => ({
        text: `${from} → ${to}`,
        url: urlAt({ file: to, line: 1 }),
      })),
    },
    { title: 'Variables added', kind: 'came', lines: variables.added.map(variable) },
    {
      title: 'Variables removed',
      kind: 'gone',
      lines: variables.removed.map(({ name, group }) => ({ code: name, text: group })),
    },
    {
      title: 'Variables changed',
      kind: 'changed',
      lines: variables.changed.flatMap((one) =>
        one.fields.map(({ field, from, to }) => ({
          ...variable(one),
          text: `${field}: ${from || 'nothing'} → ${to || 'nothing'}`,
        })),
      ),
    },
    { title: 'Sections added', kind: 'came', lines: sections.added.map(section) },
    {
      title: 'Sections removed',
      kind: 'gone',
      lines: sections.removed.map((name) => ({ text: section(name).text })),
    },
    { title: 'Sections renumbered', kind: 'changed', lines: sections.renumbered.map(moved) },
    { title: 'Sections renamed', kind: 'changed', lines: sections.renamed.map(moved) },
    { title: 'References that appeared', kind: 'came', lines: references.appeared.map(reference) },
    { title: 'References that vanished', kind: 'gone', lines: references.vanished.map(vanished) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
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
