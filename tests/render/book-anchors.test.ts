import { describe, expect, it } from 'vitest';
import { bookAnchor } from '../../src/render/index.ts';
import { SMALL_SET } from '../helpers/small-set.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

const graphOf = (text: string, more: Record<string, string> = {}) =>
  snapshotOf({ ...SMALL_SET, 'spec/03-guide.md': text, ...more }).graph;

describe('anchors in the book', () => {
  it.each([
    ['1-start', '03.1', '# Guide\n\n## 1. Start\n'],
    ['12-use', '03.1-2', '# Guide\n\n## 1. Start\n\n### 1.1 Get\n\n### 1.2 Use\n'],
    ['start', '03.start', '# Guide\n\n## Start\n'],
    // Two sections with one number, and a heading that is called as another one is numbered.
    ['1-end', '03.1-end', '# Guide\n\n## 1. Start\n\n## 1. End\n'],
    ['1-start', '03.1-start', '# Guide\n\n## 1. Start\n\n## 1\n'],
    ['note.a', '03.note.a', '# Guide\n\n<a id="note.a"></a>\n'],
  ])('%s is at %s', (slug, anchor, text) => {
    const place = bookAnchor.place(graphOf(`${text}\n## 2. Rest\n\n## 3. More\n`), '03-guide', slug);
    expect(place).toBe(anchor);
    expect(bookAnchor.chapterOf(place)).toBe('03');
  });

  it('counts the chapters where a document has no number', () => {
    const graph = graphOf('# Guide\n', { 'spec/annex.md': '# Annex\n' });
    const chapters = graph.documents.map(({ id }) => bookAnchor.chapter(graph, id));
    expect(chapters).toEqual(['1', '2', '3', '4']);
  });
});
