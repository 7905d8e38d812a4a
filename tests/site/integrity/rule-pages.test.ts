import { describe, expect, it } from 'vitest';
import { RULES } from '#specgraph';
import { exampleFiles, partsOf } from '../../../src/site/integrity/rule-page-parts.ts';
import { rulePage } from '../../../src/site/integrity/rule-pages.ts';

describe('the page of a rule', () => {
  it.each(RULES.map(({ id }) => id))('%s shows what the checker says of its examples', async (id) => {
    const parts = (await rulePage(id))!;
    expect(parts).toHaveLength(3);
    // An example with bytes that cannot be written into a page is shown without its result.
    if (id === 'unreadable-text') return expect(parts[0].findings).toBeUndefined();
    expect(parts[0].findings!.length).toBeGreaterThan(0);
    expect(parts[1].findings).toEqual([]);
    expect(parts[2].findings).toBeUndefined();
  });
  it('is undefined for a rule without a page', async () => expect(await rulePage('no-rule')).toBeUndefined());
  it('is not split at headings within an example', () => {
    expect(
      partsOf('## Wrong\n\n```md a.md\n## Why not\n```\n\n## Right\n\nx\n').map(({ heading }) => heading),
    ).toEqual(['Wrong', 'Right']);
    expect(
      Object.keys(exampleFiles('## Wrong\n\n```yaml x.yaml\na: 1\n```\n\n```md a.md\n# A\n```\n')),
    ).toEqual(['a.md', 'x.yaml']);
  });
});
