import { describe, expect, it } from 'vitest';
import { diffGraphs } from '#specgraph/query';
import { trendSince, type Trend } from '../../../src/site/integrity/trend.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

function trend(before: Record<string, string>, now: Record<string, string>): Trend {
  const [then, today] = [snapshotOf(before), snapshotOf(now)];
  return trendSince(
    { revision: 'v1', date: '2026-01-01', before: then.report.summary, diff: diffGraphs(then, today) },
    today,
  );
}
const guide = (text: string): Record<string, string> => ({
  ...SMALL_SET,
  'spec/03-guide.md': `# Guide\n\n## 1. Start\n\n${text}\n`,
});
const figure = ({ figures }: Trend, label: string) => figures.find((one) => one.label === label)!;
const group = ({ groups }: Trend, title: string) => groups.find((one) => one.title === title);

describe('a trend', () => {
  it('shows the figures of both states', () => {
    const more = trend(guide('Text.'), {
      ...guide('See spec/02, Section 7.'),
      'spec/04-more.md': '# More\n\n## 1. Scope\n\nSee spec/02.\n',
    });
    expect(figure(more, 'Documents')).toEqual({
      label: 'Documents',
      before: 3,
      now: 4,
      change: '+1',
      good: undefined,
    });
    expect(figure(more, 'Errors')).toMatchObject({ before: 0, now: 1, change: '+1', good: false });
    expect(figure(trend(guide('See spec/02, Section 7.'), guide('Text.')), 'Errors')).toMatchObject({
      change: '−1',
      good: true,
    });
    expect(figure(more, 'Variables')).toMatchObject({ change: '' });
  });

  it('links everything that still exists', () => {
    const broke = trend(guide('Text.'), guide('See spec/02, Section 7.'));
    expect(group(broke, 'References that broke')?.lines).toEqual([
      { text: expect.stringContaining('→'), url: '/spec/03-guide/#1-start' },
    ]);
    const gone = trend(guide('See spec/02, Section 7.'), guide('Text.'));
    expect(group(gone, 'References that were fixed')?.lines[0].url).toBeUndefined();
    const port = SMALL_SET['spec/01-reference.md'].replace('| number | 9092 |', '| number | 9093 |');
    expect(
      group(trend(SMALL_SET, { ...SMALL_SET, 'spec/01-reference.md': port }), 'Variables changed')?.lines,
    ).toEqual([{ code: 'FL_PORT', text: 'default: 9092 → 9093', url: '/variables/FL_PORT/' }]);
  });

  it('is empty when nothing has changed', () => expect(trend(SMALL_SET, SMALL_SET).groups).toEqual([]));
});
