import { describe, expect, it } from 'vitest';
import { documentPage, type TocEntry } from '../../../src/site/documents/document-page.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const { graph } = await realSpecification();

describe('the page of a document', () => {
  it('shows the header, the neighbours and the contents', () => {
    const page = documentPage(graph, graph.document('14')!);
    expect(page).toMatchObject({
      title: 'Edge and Auto-Scaling',
      short: 'spec/14',
      version: '1.0',
      changed: { label: '9' },
    });
    expect(page.requirements.map(({ label }) => label)).toEqual(['ORCH-03', 'EDGE-01']);
    expect([page.previous?.number, page.next]).toEqual(['13', undefined]);
    expect(page.backlinks.every(({ document }) => document !== '14-edge-and-auto-scaling')).toBe(true);
  });

  it('links to no phase and no requirement that only its header names', () => {
    const header = '# A\n\n**Phase:** 3\n**Requirement:** REQ-01\n\n## One\n';
    const set = viewOfFiles({ 'spec/a.md': header, 'spec/b.md': '# B\n' });
    const { phases, requirements } = documentPage(set, set.document('a')!);
    expect(requirements).toEqual([{ label: 'REQ-01', title: '' }]);
    expect(phases.map(({ url }) => url).filter(Boolean)).toEqual([]);
  });

  it('lists further headings of the first level as sections, and headings below a level that is left out', () => {
    const text = '# A\n\n## Before\n\n# One\n\n### Deep\n\n## Two\n\n### Three\n\n#### Four\n\n# Last\n';
    const set = viewOfFiles({ 'spec/a.md': text });
    const outline = ({ title, children }: TocEntry): unknown =>
      children.length > 0 ? { [title]: children.map(outline) } : title;
    expect(documentPage(set, set.document('a')!).toc.map(outline)).toEqual([
      'Before',
      { One: ['Deep', { Two: ['Three'] }] },
      'Last',
    ]);
  });

  it('lists headings of two levels, with separate numbers', () => {
    const { toc } = documentPage(graph, graph.document('14')!);
    expect(toc[1]).toMatchObject({
      slug: '2-edge-supernode-appliance-variant',
      number: '2',
      title: 'Edge SuperNode Appliance Variant',
    });
    expect(toc[1].children[0].number).toBe('2.1');
  });
});
