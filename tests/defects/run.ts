/** Plants each defect alone and compares what the checker reports with what it reports of the set as it is. */
import { checkGraph, createReader, type Finding } from '#specgraph';
import { loadProject } from '#specgraph/load';
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
}

/** @param cwd directory of the project */
export async function createTrial(cwd: string): Promise<Trial> {
  const { corpus, config, contracts } = await loadProject('spec', { cwd });
  const reader = createReader(config);
  const documents = corpus.files
    .filter(({ path }) => /\/\d\d-[\w-]+\.md$/.test(path))
    .map(({ path, text }) => sourceText(path, text));
  const check = (change?: Defect): Finding[] => {
    const files = corpus.files.map((file) =>
      file.path === change?.file ? { path: file.path, text: change.lines.join('\n') } : file,
    );
    return checkGraph(reader.read({ ...corpus, files }), { contracts }).findings;
  };
  const known = new Set(check().map(({ rule, message }) => `${rule} ${message}`));
  return {
    plant: (kind, count, seed) =>
      choose([...kind.plant(documents)], count, seed).map((defect) => {
        const findings = check(defect).filter(({ rule, message }) => !known.has(`${rule} ${message}`));
        const isAtPlace = findings.some(
          ({ file, line, endLine }) =>
            file === defect.file && endLine >= defect.line && line <= defect.endLine,
        );
        return {
          kind,
          defect,
          findings,
          found: isAtPlace ? 'place' : findings.length > 0 ? 'other' : 'nothing',
        };
      }),
  };
}
