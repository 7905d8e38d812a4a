import { describe, expect, it } from 'vitest';
import { liveMessage, saveMessage } from '../../../src/integration/live/live-message.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const TIMES = { savedAt: 1, readAt: 2 };

describe('the message after a save', () => {
  it('holds each finding with its place, document and section', () => {
    const text = '# Guide\n\n## 1. Start\n\nText.\n\n## 2. End\n\nSee spec/02, Section 7.\n';
    const now = snapshotOf({ ...SMALL_SET, 'spec/03-guide.md': text });
    const { findings, documents } = liveMessage(saveMessage(undefined, now, TIMES), now);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'broken-section',
        severity: 'error',
        file: 'spec/03-guide.md',
        line: 9,
        document: '03-guide',
        section: '2-end',
        message: expect.stringContaining('Section 7'),
      }),
    ]);
    expect(documents).toEqual({ changed: [], added: [], removed: [] });
  });

  it('names added and removed documents, and treats equal objects as unchanged', () => {
    const before = snapshotOf(SMALL_SET);
    const now = snapshotOf({ ...SMALL_SET, 'spec/04-more.md': '# More\n' });
    const same = now.graph.documents.map((facts) => before.graph.document(facts.id) ?? facts);
    const kept = {
      ...now,
      graph: {
        ...now.graph,
        documents: same.map((facts) => (facts.id === '03-guide' ? { ...facts } : facts)),
        document: now.graph.document.bind(now.graph),
      },
    };
    expect(saveMessage(before, kept, TIMES).documents).toEqual({
      changed: ['03-guide'],
      added: ['04-more'],
      removed: [],
    });
    expect(saveMessage(now, before, TIMES).documents.removed).toEqual(['04-more']);
  });

  it('says what a save changed before the findings are computed', () => {
    const now = snapshotOf(SMALL_SET);
    const unchecked = {
      ...now,
      get report(): never {
        throw new Error('asked for too early');
      },
    };
    expect(saveMessage(undefined, unchecked, TIMES)).toEqual({
      ...TIMES,
      stamp: now.stamp,
      documents: { changed: [], added: [], removed: [] },
    });
  });

  it.each([
    [
      'spec/contracts/phase-09.yaml:3: the YAML is broken: …',
      { file: 'spec/contracts/phase-09.yaml', line: 3 },
    ],
    ['spec/specgraph.config.ts cannot be read: …', { file: 'spec/specgraph.config.ts', line: undefined }],
    ['spec does not exist', {}],
    ['Cannot read properties of undefined', {}],
    ['/etc/passwd.md:3: no', {}],
  ])('gives the file and line that a message of trouble names: %s', (trouble, place) => {
    const now = { ...snapshotOf(SMALL_SET), trouble };
    expect(liveMessage(saveMessage(undefined, now, TIMES), now).trouble).toEqual({
      message: trouble,
      ...place,
    });
  });
});
