import { describe, expect, it } from 'vitest';
import { refactored, refusalsOf } from '../../helpers/refactor.ts';

const rename = (target: string, name: string) => ({ action: 'rename', target, name }) as const;

/** One document is renamed in; the other one refers to it. */
const CASES: {
  title: string;
  target: string;
  name: string;
  a: [string, string];
  b?: [string, string];
}[] = [
  {
    title: 'the title behind a number',
    target: 'a#2',
    name: 'Start',
    a: ['# A\n\n## 1. Scope\n\n## 2. Setup\n', '# A\n\n## 1. Scope\n\n## 2. Start\n'],
    b: ['# B\n\n[2. Setup](a.md#2-setup)\n', '# B\n\n[2. Start](a.md#2-start)\n'],
  },
  {
    title: 'a heading without a number, in a folder',
    target: 'a.md#setup',
    name: 'Getting `started`',
    a: ['# A\n\n## Setup\n\n[up](#setup)\n', '# A\n\n## Getting `started`\n\n[up](#getting-started)\n'],
    b: ['# B\n\n[Setup](./a.md#setup "t")\n', '# B\n\n[Getting `started`](./a.md#getting-started "t")\n'],
  },
  {
    title: 'words in the capitals of a sentence',
    target: 'a#2',
    name: 'TLS Edge Certs',
    a: [
      '# A\n\n## 1. Scope\n\n## 2. TLS Key Store\n\nThe [TLS key store](#2-tls-key-store), [TLS Key Store](#2-tls-key-store), the TLS key store (Section 2).\n',
      '# A\n\n## 1. Scope\n\n## 2. TLS Edge Certs\n\nThe [TLS edge certs](#2-tls-edge-certs), [TLS Edge Certs](#2-tls-edge-certs), the TLS edge certs (Section 2).\n',
    ],
  },
  {
    title: 'a symbol beside a number is no title',
    target: 'a#2',
    name: 'Parts',
    a: [
      '# A\n\n## 1. Scope\n\nA *class_body* (§2), the class body (§2).\n\n## 2. Class body\n',
      '# A\n\n## 1. Scope\n\nA *class_body* (§2), the parts (§2).\n\n## 2. Parts\n',
    ],
  },
  {
    title: 'a setext heading with Windows line ends',
    target: 'a#setup',
    name: 'Start',
    a: [
      'A\r\n=\r\n\r\nSetup\r\n-----\r\n\r\n[x](#setup)\r\n',
      'A\r\n=\r\n\r\nStart\r\n-----\r\n\r\n[x](#start)\r\n',
    ],
  },
  {
    title: 'a heading that is closed with signs',
    target: 'a#setup',
    name: 'Start',
    a: ['# A\n\n## Setup ##\n', '# A\n\n## Start ##\n'],
    b: ['# B\n\n<a href="a.md#setup">Setup</a>\n', '# B\n\n<a href="a.md#start">Setup</a>\n'],
  },
  {
    title: 'a heading with anchors behind it, before it and behind its number',
    target: 'a#2',
    name: 'Start',
    a: [
      '# A\n\n## 1 <a id="s"></a>Scope\n\n## 2 Setup <a id="x"></a> <a name="y"></a>\n\n[x](#x) [Setup](#y)\n',
      '# A\n\n## 1 <a id="s"></a>Scope\n\n## 2 Start <a id="x"></a> <a name="y"></a>\n\n[x](#x) [Start](#y)\n',
    ],
  },
  {
    title: 'a title in the plural',
    target: 'a#schema-object',
    name: 'Type Object',
    a: [
      '# A\n\n## Schema Object\n\n[Schema Objects](#schema-object), [schema objects](#schema-object), [these](#schema-object)\n',
      '# A\n\n## Type Object\n\n[Type Objects](#type-object), [type objects](#type-object), [these](#type-object)\n',
    ],
  },
  {
    title: 'a heading behind an anchor',
    target: 'a#setup',
    name: 'Start',
    a: ['# A\n\n## <a id="x"></a>Setup ##\n\n[x](#x)\n', '# A\n\n## <a id="x"></a>Start ##\n\n[x](#x)\n'],
  },
  {
    title: 'a heading with code and a link in it',
    target: 'a#the-foo-option',
    name: 'The `bar` option',
    a: ['# A\n\n## The `foo` [option](b.md)\n', '# A\n\n## The `bar` option\n'],
    b: [
      '# B\n\n[The `foo` option](a.md#the-foo-option)\n',
      '# B\n\n[The `bar` option](a.md#the-bar-option)\n',
    ],
  },
  {
    title: 'a title that prose names',
    target: 'a#2',
    name: 'Start rules',
    a: [
      '# A\n\n## 1. Scope\n\nSee the section "Retry rules" below, and Section 2 (Retry rules).\n\n## 2. Retry rules\n',
      '# A\n\n## 1. Scope\n\nSee the section "Start rules" below, and Section 2 (Start rules).\n\n## 2. Start rules\n',
    ],
  },
  {
    title: 'an anchor of two headings with the same words',
    target: 'a#setup',
    name: 'Start',
    a: [
      '# A\n\n## Setup\n\n## Other\n\n### Setup\n\n[1](#setup) [2](#setup-1)\n',
      '# A\n\n## Start\n\n## Other\n\n### Setup\n\n[1](#start) [2](#setup)\n',
    ],
  },
  {
    title: 'a link by label whose words are the label',
    target: 'a#setup',
    name: 'Start',
    a: [
      '# A\n\n## Setup\n\n[Setup]\n\n[setup]: #setup\n',
      '# A\n\n## Start\n\n[Start][Setup]\n\n[setup]: #start\n',
    ],
  },
];

describe('rename of a heading', () => {
  it.each(CASES)('$title', ({ target, name, a, b = ['# B\n\n[a](a.md)\n', '# B\n\n[a](a.md)\n'] }) => {
    const files = { 'spec/guide/a.md': a[0], 'spec/guide/b.md': b[0] };
    expect(refactored(files, rename(target, name))).toEqual({
      'spec/guide/a.md': a[1],
      'spec/guide/b.md': b[1],
    });
  });

  it('keeps the number that the new name repeats', () => {
    const files = { 'spec/a.md': '# A\n\n## 1. Scope\n\n## 2. Setup\n' };
    expect(refactored(files, rename('a#2', '2. Start'))['spec/a.md']).toContain('## 2. Start\n');
  });

  it('keeps the old anchor where that is asked for', () => {
    const files = { 'spec/a.md': '# A\n\n## Setup\n' };
    const texts = refactored(files, {
      action: 'rename',
      target: 'a#setup',
      name: 'Start',
      keepAnchors: true,
    });
    expect(texts['spec/a.md']).toBe('# A\n\n<a id="setup"></a>\n\n## Start\n');
  });

  it('is refused where a reference would lead elsewhere', () => {
    const files = { 'spec/a.md': '# A\n\n## Setup\n\nSee the section "Setup" below.\n\n## Start\n' };
    expect(refusalsOf(files, rename('a#setup', 'Start'))).not.toEqual([]);
  });
});
