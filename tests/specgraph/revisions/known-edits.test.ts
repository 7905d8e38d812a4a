import { describe, expect, test } from 'vitest';
import { checkGraph, foldFindings, isSection, type Finding, type GraphView } from '#specgraph';
import { applyFixes } from '#specgraph/fix';
import { trialsOf } from '../../helpers/generated-set.ts';
import { EDITS, knownEdit, type Edit, type Expected, type KnownEdit } from '../../helpers/known-edits.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const RULES = ['moved-target', 'vanished-target'];

interface Checked extends KnownEdit {
  since: GraphView;
  findings: Finding[];
}

/** The sets that have no findings before their edit: in the others a reference can be read in two ways. */
function checkedEdits(edit: Edit): Checked[] {
  return Array.from({ length: trialsOf(25) }, (_, seed) => knownEdit(seed + 1, edit)).flatMap((known) => {
    const since = viewOfFiles(known.before);
    if (checkGraph(since).findings.length > 0) return [];
    const now = viewOfFiles(known.now, 'spec', { since });
    return [{ ...known, since, findings: checkGraph(now, { since, sinceName: 'main' }).findings }];
  });
}

const isStale = ({ rule, isOrigin }: Finding): boolean => RULES.includes(rule) && !isOrigin;

const isAt = ({ file, line, column, rule }: Finding, expected: Expected): boolean =>
  rule === expected.rule &&
  file === expected.file &&
  line === expected.line &&
  column >= expected.column &&
  column < expected.endColumn;

/** The titles of the sections to which the references of a line lead. */
function titlesOn(line: string, view: GraphView): string[] {
  const [file, number] = line.split(':');
  return view
    .edgesOn(file, Number(number))
    .flatMap(({ target }) => {
      const node = view.node(target);
      return isSection(node) ? [view.section(node.document, node.slug)!.title] : [];
    })
    .toSorted();
}

describe.each(EDITS)('an edit that references do not follow: %s', (edit) => {
  const sets = checkedEdits(edit);

  test('each reference that is wrong since is reported, and no other one', () => {
    const reported = sets.map(({ name, findings, expected }) => ({
      name,
      missing: expected
        .filter((one) => !findings.some((finding) => isAt(finding, one)))
        .map(({ words }) => words),
      wrong: findings
        .filter((finding) => isStale(finding) && !expected.some((one) => isAt(finding, one)))
        .map(({ file, line, message }) => `${file}:${line} ${message}`),
    }));
    expect(sets.length).toBeGreaterThan(10);
    expect(reported.filter(({ missing, wrong }) => missing.length + wrong.length > 0)).toEqual([]);
  });

  test('no other rule reports what follows from it', () => {
    const others = sets.flatMap(({ name, findings }) =>
      findings
        .filter(({ rule }) => !RULES.includes(rule) && rule !== 'section-number-gap')
        .map(({ message }) => `${name}: ${message}`),
    );
    expect(others).toEqual([]);
  });

  test('after the fixes each reference leads to what it meant', () => {
    const wrong = sets.flatMap(({ name, now, since, findings, meant }) => {
      const { texts } = applyFixes(new Map(Object.entries(now)), findings.filter(isStale));
      const view = viewOfFiles({ ...now, ...Object.fromEntries(texts) }, 'spec', { since });
      const left = new Set(
        findings.filter((one) => isStale(one) && !one.fix).map(({ file, line }) => `${file}:${line}`),
      );
      return [...meant].flatMap(([line, titles]) => {
        const found = titlesOn(line, view);
        return left.has(line) || String(found) === String(titles) ? [] : [{ name, line, found, titles }];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('three wrong references and more have one cause', () => {
  test.each(EDITS.filter((edit) => edit === 'insert' || edit === 'exchange' || edit === 'move'))(
    '%s',
    (edit) => {
      const several = checkedEdits(edit).filter(({ expected }) => expected.length > 2);
      const folded = several.map(({ name, findings }) => ({ name, causes: foldFindings(findings).length }));
      expect(folded.length).toBeGreaterThan(5);
      expect(folded.filter(({ causes }) => causes !== 1)).toEqual([]);
    },
  );
});
