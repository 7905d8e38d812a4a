import { beforeAll, describe, expect, it } from 'vitest';
import { checkGraph, evaluateContract, type CheckReport } from '#specgraph';
import type { Snapshot } from '../../../src/site/snapshot.ts';
import { integrityPage, type IntegrityPage } from '../../../src/site/integrity/integrity-page.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  const {
    graph,
    project: { contracts },
  } = await realSpecification();
  snapshot = {
    graph,
    report: checkGraph(graph, { contracts }),
    contracts: contracts.map((contract) => evaluateContract(contract, graph)),
    cwd: '',
    linkedFile: () => undefined,
    stamp: '',
  };
});

describe('the integrity page', () => {
  it('has anchors that are the same in a link, whatever a file is called', () => {
    const finding = {
      rule: 'broken-link',
      severity: 'error',
      message: '.',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
    } as const;
    const names = ['docs/a b.md', 'docs/50%.md', 'docs/nl\nline.md', 'docs/"x".md', 'docs/ü.md'];
    const { findings } = integrityPage({
      ...snapshot,
      report: { ...snapshot.report, findings: names.map((file) => ({ ...finding, file })) },
    });
    expect(findings.map(({ id }) => id)).toEqual([
      'findings-docs/a~20b.md',
      'findings-docs/50~25.md',
      'findings-docs/nl~aline.md',
      'findings-docs/~22x~22.md',
      'findings-docs/~fc.md',
    ]);
  });

  it('counts what to read again, and what informs', () => {
    const view = viewOfFiles({
      'spec/a.md': '# A\n\n## 1. Scope\n\nSee Section 2 on pauses.\n\n## 2. Pause\n\nTen seconds.\n',
      'spec/specgraph.config.json': '{ "rules": { "changed-target": "info" } }',
    });
    const report = checkGraph(view, { reviews: 'a#scope -> a#pause 0123456789abc\n' });
    const of = (own: CheckReport): IntegrityPage =>
      integrityPage({ ...snapshot, graph: view, contracts: [], report: own });
    const page = of(report);
    expect(page.summary).toMatchObject({ errors: 0, warnings: 0, information: 1, toReview: 1 });
    expect(page.findings).toMatchObject([{ file: 'spec/a.md', counts: '1 for information' }]);
    expect(of(checkGraph(view)).summary.toReview).toBeUndefined();
  });

  it('links every finding to its place and its rule', () => {
    const page = integrityPage({
      ...snapshot,
      report: {
        ...snapshot.report,
        findings: [
          {
            rule: 'broken-section',
            severity: 'error',
            message: 'There is no Section 9z.',
            file: 'spec/14-edge-and-auto-scaling.md',
            line: 60,
            column: 1,
            endLine: 60,
            endColumn: 5,
          },
        ],
      },
    });
    expect(page.findings[0].findings[0].url).toBe(
      '/spec/14-edge-and-auto-scaling/#21-differences-standard-supernode-vs-edge-supernode',
    );
    expect(
      page.rules.flatMap(({ rules }) => rules).find(({ id }) => id === 'broken-section')?.findings,
    ).toHaveLength(1);
  });
});
