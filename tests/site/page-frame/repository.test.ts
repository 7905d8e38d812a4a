import { expect, it } from 'vitest';
import { repositoryOf } from '../../../src/site/page-frame/repository.ts';

const repository = (given: { url: string; branch?: string }) =>
  repositoryOf({ config: { repository: given } });

it('gives no links without a configured web address', () => {
  expect(repository({ url: '' })).toBeUndefined();
  expect(repository({ url: 'git@example.org:a/b.git' })).toBeUndefined();
  expect(repository({ url: 'javascript:alert(1)' })).toBeUndefined();
});

it('links to a file, to its lines and to its edit page', () => {
  const pages = repository({ url: 'git+https://github.com/a/b.git' })!;
  expect(pages.source('spec/01 a.md')).toBe('https://github.com/a/b/blob/main/spec/01%20a.md');
  expect(pages.source('spec/01.md', 3, 9)).toBe('https://github.com/a/b/blob/main/spec/01.md#L3-L9');
  expect(pages.edit('spec/01.md')).toBe('https://github.com/a/b/edit/main/spec/01.md');
});

it("uses the configured branch and GitLab's URLs", () => {
  expect(repository({ url: 'https://gitlab.com/a/b/', branch: 'next' })!.source('spec/01.md')).toBe(
    'https://gitlab.com/a/b/-/blob/next/spec/01.md',
  );
});
