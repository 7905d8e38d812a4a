/** Plants each defect alone and compares what the checker reports with what it reports of the set as it is. */
import { checkGraph, createReader, type Finding } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { applyTogether, groupsOf } from '../mutation/together.ts';
import { choose, sourceText, type Defect, type DefectKind } from './defect.ts';

/** A kind of edit, wrong or harmless. */
type EditKind = Pick<DefectKind, 'id' | 'plant'>;

export interface Outcome<Kind extends EditKind = DefectKind> {
  kind: Kind;
  defect: Defect;
  /** What is reported because of the defect. */
  findings: Finding[];
  /** `place`: on a line that was edited, or over several lines with it; `other`: only elsewhere; `nothing`. */
  found: 'place' | 'other' | 'nothing';
}

export interface Trial {
  /** Plants at most `count` defects of the kind, the same ones in every run with the same seed. */
  plant<Kind extends EditKind>(kind: Kind, count: number, seed: number): Outcome<Kind>[];
  /**
   * The same for edits of several kinds of which nothing must be reported, in a fraction of the time: edits that lie apart
   * are planted together, and alone where something is reported.
   */
  plantTogether<Kind extends EditKind>(kinds: readonly Kind[], count: number, seed: number): Outcome<Kind>[];
}

const MAX_TOGETHER = 24;

/** @param cwd directory of the project */
export async function createTrial(cwd: string): Promise<Trial> {
  const { corpus, config, contracts } = await loadProject('spec', { cwd });
  const reader = createReader(config);
  const documents = corpus.files
    .filter(({ path }) => /\/\d\d-[\w-]+\.md$/.test(path))
    .map(({ path, text }) => sourceText(path, text));
  const texts = new Map(corpus.files.map(({ path, text }) => [path, text]));
  const check = (changes: Readonly<Record<string, string>>): Finding[] => {
    const files = corpus.files.map(({ path, text }) => ({ path, text: changes[path] ?? text }));
    return checkGraph(reader.read({ ...corpus, files }), { contracts }).findings;
  };
  const known = new Set(check({}).map(({ rule, message }) => `${rule} ${message}`));
  const newFindings = (changes: Readonly<Record<string, string>>): Finding[] =>
    check(changes).filter(({ rule, message }) => !known.has(`${rule} ${message}`));
  const choices = <Kind extends EditKind>(kind: Kind, count: number, seed: number): Choice<Kind>[] =>
    choose([...kind.plant(documents)], count, seed).map((defect) => ({
      kind,
      defect,
      changes: { [defect.file]: defect.lines.join('\n') },
    }));
  const judge = <Kind extends EditKind>({ kind, defect, changes }: Choice<Kind>): Outcome<Kind> => {
    const findings = newFindings(changes);
    const isAtPlace = findings.some(
      ({ file, line, endLine }) => file === defect.file && endLine >= defect.line && line <= defect.endLine,
    );
    return { kind, defect, findings, found: isAtPlace ? 'place' : findings.length > 0 ? 'other' : 'nothing' };
  };
  return {
    plant: (kind, count, seed) => choices(kind, count, seed).map(judge),
    plantTogether: (kinds, count, seed) =>
      groupsOf(
        kinds.flatMap((kind) => choices(kind, count, seed)),
        texts,
        MAX_TOGETHER,
      ).flatMap((group) =>
        newFindings(applyTogether(group, texts)).length > 0
          ? group.map(judge)
          : group.map(({ kind, defect }) => ({ kind, defect, findings: [], found: 'nothing' as const })),
      ),
  };
}

/** An edit that was chosen, and the text that it gives. */
interface Choice<Kind extends EditKind> {
  kind: Kind;
  defect: Defect;
  changes: Record<string, string>;
}
