/** A section that moves to another document takes the definitions of its labels along, and brings them back. */
import { describe, expect, it } from 'vitest';
import type { RefactorRequest } from '#specgraph/refactor';
import { refactored, refusalsOf, type Texts } from '../../helpers/refactor.ts';

const DEFINITIONS = '\n[b]: sub/b.md#1-first\n[out]: https://x.org "Out"\n[^n]: A note.\n';
const SOURCE = `# A\n\n## 1. One\n\nSee [the b][b], [out] and a note.[^n]\n\n## 2. Two\n\nAlso [B].\n\n## 3. Three\n\nText.\n${DEFINITIONS}`;
const target = (definitions = ''): string =>
  `# B\n\n## 1. First\n\nText.\n\n## 2. Second\n\nMore.\n${definitions}`;
const files = (definitions?: string): Texts => ({
  'spec/a.md': SOURCE,
  'spec/sub/b.md': target(definitions),
});
const away = (side: 'before' | 'after'): RefactorRequest => ({
  action: 'move',
  target: 'a#1-one',
  side,
  anchor: 'sub/b#2',
});
const back = (target: string): RefactorRequest => ({ action: 'move', target, side: 'before', anchor: 'a#1' });

const TAKEN = '[b]: #1-first\n[out]: https://x.org "Out"\n[^n]: A note.\n';
const OTHER = '\n[z]: https://z.org\n';

describe('labels of a section that moves', () => {
  it.each([
    ['behind all sections', 'after', '', 'sub/b#3', `a note.[^n]\n\n${TAKEN}`],
    ['before others', 'before', '', 'sub/b#2', `More.\n\n${TAKEN}`],
    ['to a document with definitions', 'after', OTHER, 'sub/b#3', `[z]: https://z.org\n${TAKEN}`],
  ] as const)(
    'are defined there: %s, and there and back gives the same bytes',
    (_, side, definitions, moved, end) => {
      const before = files(definitions);
      const between = refactored(before, away(side));
      expect(between['spec/sub/b.md'].slice(-end.length)).toBe(end);
      expect(between['spec/a.md']).toContain(DEFINITIONS);
      expect(refactored(between, back(moved))).toEqual(before);
    },
  );

  it('are defined there: those of them that are missing', () => {
    const after = refactored(files(`\nSee [out].\n${OTHER}[OUT]: https://x.org\n`), away('before'));
    const end = '[OUT]: https://x.org\n[b]: #1-first\n[^n]: A note.\n';
    expect(after['spec/sub/b.md'].slice(-end.length)).toBe(end);
  });

  it('stay defined once where the document has them already', () => {
    const before = files('\n[b]: #1-first\n[out]: https://x.org\n[^n]: A note.\n');
    const after = refactored(before, away('after'));
    expect(after['spec/sub/b.md']).toContain('a note.[^n]\n\n[b]: #1-first\n');
    // What nothing uses any more goes with the section.
    expect(after['spec/a.md'].slice(-23)).toBe('\n[b]: sub/b.md#1-first\n');
  });

  it('that mean something else there stand in the way', () => {
    expect(refusalsOf(files('\n[out]: https://y.org\n'), away('after'))).toEqual([
      'spec/sub/b.md:11 "[out]" means something else in spec/sub/b.md: give one of the two another label first',
    ]);
  });

  it('that the section defines for others stand in the way', () => {
    const text = SOURCE.replace(DEFINITIONS, '').replace('note.[^n]', `note.[^n]\n${DEFINITIONS.trimEnd()}`);
    expect(refusalsOf({ ...files(), 'spec/a.md': text }, away('after'))).toEqual([
      'spec/a.md:7 "[b]" is defined in the section and used outside it: move its definition to the end of the document first',
    ]);
  });

  it('of the last section stay at the end of the document', () => {
    const after = refactored(files(), {
      action: 'move',
      target: 'a#3',
      side: 'before',
      anchor: 'a#1',
      newInRange: 'exclude',
    });
    expect(after['spec/a.md'].endsWith(`Also [B].\n${DEFINITIONS}`)).toBe(true);
  });
});
