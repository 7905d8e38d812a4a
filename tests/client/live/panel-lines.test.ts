import { describe, expect, it } from 'vitest';
import { panelLines, summary } from '../../../src/client/live/panel-lines.ts';
import type { LiveFinding, LiveMessage } from '../../../src/payloads/live.ts';

const finding = (more: Partial<LiveFinding>): LiveFinding => ({
  severity: 'error',
  rule: 'broken-section',
  message: 'Section 7 does not exist.',
  file: 'spec/02-server.md',
  line: 9,
  column: 5,
  document: '02-server',
  section: 'end',
  ...more,
});
const message = (findings: LiveFinding[], trouble?: LiveMessage['trouble']): LiveMessage => ({
  stamp: '',
  documents: { changed: [], added: [], removed: [] },
  findings,
  trouble,
  savedAt: 0,
  readAt: 0,
});

describe('the lines of the panel', () => {
  it('are empty before the first message', () => expect(panelLines(undefined, '/')).toEqual([]));

  it('give the place of each finding, and an anchor only if its document is open', () => {
    expect(panelLines(message([finding({})]), '/base/spec/02-server/')).toEqual([
      expect.objectContaining({ place: 'spec/02-server.md:9:5', anchor: '#end' }),
    ]);
    expect(panelLines(message([finding({})]), '/spec/03-guide/')[0].anchor).toBeUndefined();
    expect(
      panelLines(message([finding({ document: undefined })]), '/spec/undefined/')[0].anchor,
    ).toBeUndefined();
  });

  it('start with unreadable files, then findings of the open page, then errors before warnings', () => {
    const lines = panelLines(
      message(
        [
          finding({ message: 'd', severity: 'information' }),
          finding({ message: 'a', severity: 'warning' }),
          finding({ message: 'b' }),
          finding({ message: 'c', document: '03-guide', severity: 'warning' }),
        ],
        { message: 'broken', file: 'spec/contracts/x.yaml' },
      ),
      '/spec/03-guide/',
    );
    expect(lines.map((line) => line.message)).toEqual(['broken', 'c', 'b', 'a', 'd']);
    expect(lines[0].place).toBe('spec/contracts/x.yaml:1:1');
  });

  it('are summarized as counts', () => {
    const [error, warning] = [
      { severity: 'error' as const, message: '' },
      { severity: 'warning' as const, message: '' },
    ];
    const information = { severity: 'information' as const, message: '' };
    expect([[], [error], [information, warning], [warning, error, error]].map(summary)).toEqual([
      '',
      '1 error',
      '1 warning, 1 for information',
      '2 errors, 1 warning',
    ]);
  });
});
