import { expect, it } from 'vitest';
import { createOpenArticles } from '../../../src/integration/live/open-articles.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const edited = (sentence: string) =>
  snapshotOf({
    ...SMALL_SET,
    'spec/03-guide.md': `# Guide\n\n## 1. Start\n\n${sentence}\n\n## 2. End\n\nThe end.\n`,
  });

it('sends the changed pieces of an open document, and nothing of one that nobody reads', async () => {
  const articles = createOpenArticles();
  const [first, second, third] = ['One.', 'Two.', 'Three.'].map(edited);
  expect(await articles.changed(first.stamp, second, ['03-guide'])).toEqual({});
  await articles.open('03-guide', first);
  const { '03-guide': article } = await articles.changed(first.stamp, second, ['02-server', '03-guide']);
  expect(article).toContain('Two.');
  expect(article).not.toContain('The end.');
  expect(article).toContain('<!--same:');
  // After a state that was not rendered here, a page may hold other pieces.
  const whole = await articles.changed('a state in between', third, ['03-guide']);
  expect(whole['03-guide']).toContain('The end.');
});

it('sends nothing for a document that was removed', async () => {
  const articles = createOpenArticles();
  const now = edited('One.');
  await articles.open('03-guide', now);
  await articles.open('09-none', now);
  expect(await articles.changed(now.stamp, now, ['09-none'])).toEqual({});
});
