import { describe, expect, it } from 'vitest';
import { nodeId } from '#specgraph';
import {
  backlinksOfDocument,
  backlinksOfSection,
  byDocument,
  mentionsOf,
  type Backlink,
} from '../../../src/site/documents/backlinks.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';
import { shortName } from '../../../src/site/document-names.ts';

const { graph } = snapshotOf(SMALL_SET);
const placeOf = ({ short, section }: Backlink): string => `${short} · ${section}`;

describe('backlinks of a section', () => {
  it('hold the place, the sentence and the words', () => {
    const [link, ...others] = backlinksOfSection(graph, '02-server', '2-ports');
    expect(others).toEqual([]);
    expect(link).toMatchObject({
      short: 'spec/03',
      title: 'Guide',
      section: '1. Start',
      document: '03-guide',
      url: '/spec/03-guide/#1-start',
      line: 5,
    });
    expect(link.sentence.before).toMatch(/^Ports stand in /);
    expect(link.sentence.words).toContain('Section 2');
  });

  it('include other documents and other sections of the same document', () => {
    const places = backlinksOfSection(graph, '01-reference', '2-parameters').map(placeOf);
    expect(places).toContain('spec/01 · 1. Scope');
    expect(places.some((place) => place.startsWith('spec/02 · '))).toBe(true);
  });

  it('include references to the boot step that the section describes', () => {
    expect(backlinksOfSection(graph, '02-server', 'step-1a-listen').map(placeOf)).toEqual([
      'spec/02 · 2. Ports',
    ]);
  });

  it('show a sentence once, even if it names the section several times', () => {
    const twice = snapshotOf({
      ...SMALL_SET,
      'spec/03-guide.md': '# Guide\n\n## 1. Start\n\nSee spec/02, Section 2, and again spec/02, Section 2.\n',
    });
    expect(backlinksOfSection(twice.graph, '02-server', '2-ports')).toHaveLength(1);
  });

  it('leave out references from the section itself', () => {
    const self = snapshotOf({
      'spec/01-a.md': '# A\n\n## 1. Scope\n\nSection 1 is this section.\n\n## 2. More\n\nText.\n',
    });
    expect(backlinksOfSection(self.graph, '01-a', '1-scope')).toEqual([]);
  });

  it('are empty when nothing refers to the section', () => {
    expect(backlinksOfSection(graph, '01-reference', 'appendix-a-names')).toEqual([]);
  });
});

describe('backlinks of a document', () => {
  it('are references from other documents to the whole document', () => {
    const places = backlinksOfDocument(graph, '01-reference').map((link) => link.document);
    expect(places).toContain('02-server');
    expect(places).not.toContain('01-reference');
  });
});

describe('mentions of a variable', () => {
  it('are in reading order with their sentences', () => {
    const mentions = mentionsOf(graph, nodeId.variable('FL_MODE'));
    expect(mentions.map(placeOf)).toContain('spec/02 · Step 1: Read');
    expect(mentions.find((mention) => mention.document === '02-server')?.sentence).toEqual({
      before: 'Reads ',
      words: 'FL_MODE',
      after: '.',
    });
  });
});

describe('backlinks by document', () => {
  it('are in the order of the set, and complete', () => {
    const mentions = mentionsOf(graph, nodeId.variable('FL_MODE'));
    const groups = byDocument(mentions.toReversed());
    expect(groups.map(({ document, short, title }) => ({ document, short, title }))).toEqual([
      { document: '01-reference', short: 'spec/01', title: 'Reference' },
      { document: '02-server', short: 'spec/02', title: 'Server' },
    ]);
    expect(groups.flatMap(({ backlinks }) => backlinks)).toHaveLength(mentions.length);
  });
});

describe('the backlinks of this specification', () => {
  it('all have a sentence that holds the words, and a place that exists', async () => {
    const { graph: real } = await realSpecification();
    const backlinks = real.documents.flatMap(({ id, sections }) => [
      ...backlinksOfDocument(real, id),
      ...sections.flatMap(({ slug }) => backlinksOfSection(real, id, slug)),
    ]);
    expect(backlinks.length).toBeGreaterThan(500);
    const bare = backlinks.filter(({ sentence, url }) => sentence.words === '' || url === '#');
    expect(bare.map(({ short, line, sentence }) => `${short}:${line} "${sentence.before}"`)).toEqual([]);
  });
});

describe('the short name of a document', () => {
  it('is its number when the set numbers its documents', () => {
    const named = { config: { documentPrefix: 'spec' } };
    expect(shortName(named, { number: '14', id: '14-edge' })).toBe('spec/14');
    expect(shortName({ config: {} }, { number: '14', id: '14-edge' })).toBe('14');
    expect(shortName(named, { number: undefined, id: 'readme' })).toBe('readme');
    expect(shortName(named, { number: undefined, id: 'lang%23/C%23' })).toBe('lang#/C#');
  });
});
