/** What the git folder of a repository says about where it is published. */
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../src/specgraph/disk.ts';
import { repositoryAddress } from '../../src/specgraph/load/repository-address.ts';
import { addressOfRemote } from '../../src/specgraph/resolve/own-repository.ts';

const disk = (files: Record<string, string>): Disk =>
  ({
    kind: (file: string) =>
      file in files
        ? 'file'
        : Object.keys(files).some((name) => name.startsWith(`${file}/`))
          ? 'directory'
          : undefined,
    read: async (file: string) => new TextEncoder().encode(files[file]),
  }) as unknown as Disk;

const REMOTE = '[remote "origin"]\n\turl = git@github.com:owner/name.git\n';

describe('address and branches', () => {
  test.each<[string, Record<string, string>, object | undefined]>([
    ['no repository', {}, undefined],
    ['no remote', { '/r/.git/config': '[core]\n' }, undefined],
    [
      'a clone on its branch',
      {
        '/r/.git/config': REMOTE,
        '/r/.git/HEAD': 'ref: refs/heads/topic\n',
        '/r/.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/main\n',
      },
      { addresses: ['github.com/owner/name'], branches: ['HEAD', 'topic', 'main'] },
    ],
    [
      'an older version is checked out',
      {
        '/r/.git/config': REMOTE,
        '/r/.git/HEAD': 'ref: refs/heads/release-1\n',
        '/r/.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/main\n',
      },
      { addresses: ['github.com/owner/name'], branches: ['HEAD', 'release-1'] },
    ],
    [
      'no branch at all',
      { '/r/.git/config': REMOTE, '/r/.git/HEAD': '0123456789\n' },
      { addresses: ['github.com/owner/name'], branches: ['HEAD', 'main', 'master'] },
    ],
    [
      'a linked working tree',
      {
        '/r/.git': 'gitdir: /m/.git/worktrees/r\n',
        '/m/.git/worktrees/r/HEAD': 'ref: refs/heads/topic\n',
        '/m/.git/worktrees/r/commondir': '../..\n',
        '/m/.git/config': REMOTE,
      },
      { addresses: ['github.com/owner/name'], branches: ['HEAD', 'topic'] },
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await repositoryAddress('/r', {}, disk(files))).toEqual(expected);
  });

  test('the configuration comes first', async () => {
    const repository = { url: 'https://example.org/a/b', branch: 'trunk' };
    expect(await repositoryAddress('/r', { repository }, disk({ '/r/.git/config': REMOTE }))).toEqual({
      addresses: ['example.org/a/b'],
      branches: ['trunk', 'HEAD'],
    });
  });
});

test.each([
  ['https://github.com/owner/name', 'github.com/owner/name'],
  ['https://token@github.com/owner/name.git', 'github.com/owner/name'],
  ['git@github.com:owner/name.git', 'github.com/owner/name'],
  ['ssh://git@host.example:2222/group/sub/name.git/', 'host.example/group/sub/name'],
  ['../other', undefined],
  ['/srv/git/name.git', undefined],
])('%s is %s', (url, address) => {
  expect(addressOfRemote(url)).toBe(address);
});
