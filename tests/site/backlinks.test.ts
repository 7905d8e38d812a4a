import { describe, expect, it } from 'vitest';
import { nodeId } from '#specgraph';
import { backlinksOfDocument, backlinksOfSection, mentionsOf, shortName } from '../../src/site/backlinks.ts';
import { SMALL_SET } from '../helpers/small-set.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

const { graph } = snapshotOf(SMALL_SET);

describe('backlinks of a section', () => {
  it('tell the place, the sentence and the words', () => {
    const [link, ...others] = backlinksOfSection(graph, '02-server', '2-ports');
    expect(others).toEqual([]);
    expect(link).toMatchObject({ place: 'spec/03 · 1. Start', document: '03-guide', line: 5 });
    expect(link.context).toContain('Ports stand in spec/02');
    expect(link.context).toContain(link.words);
  });

  it('come from other documents and from other sections of the same one', () => {
    const places = backlinksOfSection(graph, '01-reference', '2-parameters').map((link) => link.place);
    expect(places).toContain('spec/01 · 1. Scope');
    expect(places.some((place) => place.startsWith('spec/02 · '))).toBe(true);
  });

  it('include references to the boot step that the section describes', () => {
    expect(backlinksOfSection(graph, '02-server', 'step-1a-listen').map((link) => link.place)).toEqual(['spec/02 · 2. Ports']);
  });

  it('show a sentence once, however often it names the section', () => {
    const twice = snapshotOf({ ...SMALL_SET, 'spec/03-guide.md': '# Guide\n\n## 1. Start\n\nSee spec/02, Section 2, and again spec/02, Section 2.\n' });
    expect(backlinksOfSection(twice.graph, '02-server', '2-ports')).toHaveLength(1);
  });

  it('leave out what a section says about itself', () => {
    const self = snapshotOf({ 'spec/01-a.md': '# A\n\n## 1. Scope\n\nSection 1 is this section.\n\n## 2. More\n\nText.\n' });
    expect(backlinksOfSection(self.graph, '01-a', '1-scope')).toEqual([]);
  });

  it('are none where nothing refers', () => {
    expect(backlinksOfSection(graph, '01-reference', 'appendix-a-names')).toEqual([]);
  });
});

describe('backlinks of a document', () => {
  it('are references to it as a whole, from other documents', () => {
    const places = backlinksOfDocument(graph, '01-reference').map((link) => link.document);
    expect(places).toContain('02-server');
    expect(places).not.toContain('01-reference');
  });
});

describe('mentions of a variable', () => {
  it('stand in reading order with their sentences', () => {
    const mentions = mentionsOf(graph, nodeId.variable('FL_MODE'));
    expect(mentions.map((mention) => mention.place)).toContain('spec/02 · Step 1: Read');
    expect(mentions.find((mention) => mention.document === '02-server')?.context).toContain('Reads');
  });
});

describe('the short name of a document', () => {
  it('is its number where the set has numbers', () => {
    expect(shortName('14', '14-edge')).toBe('spec/14');
    expect(shortName(undefined, 'readme')).toBe('readme');
  });
});
