import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isActive } from '../../../src/integration/security/active-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'active-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['a.html', 'a.HTM', 'a.xhtml', 'a.xml', 'a.js', 'a.mjs', 'a.svgz', 'missing.svg'])(
  '%s may run something',
  (name) => expect(isActive(path.join(folder, name))).toBe(true),
);

test.each(['a.png', 'a.pdf', 'a.yaml', 'a.json', 'a.txt', 'a.md', 'html'])('%s runs nothing', (name) =>
  expect(isActive(path.join(folder, name))).toBe(false),
);

const svg = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${content}</svg>`;

describe('a picture', () => {
  const isActivePicture = (content: string | Buffer): boolean => {
    const file = path.join(folder, 'picture.svg');
    writeFileSync(file, content);
    return isActive(file);
  };

  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script of another prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
    ['a handler', svg('', ' onload="alert(1)"')],
    ['a handler without a blank', svg('<rect x="1"onclick="alert(1)"/>')],
    ['a page in it', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a link that runs', svg('<a href="javascript:alert(1)">x</a>')],
    ['an encoded link that runs', svg('<a href="java&#115;cript:alert(1)">x</a>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "<script>">]>${svg('&a;')}`],
    ['an animation of an address', svg('<a><set attributeName="href" to="x"/></a>')],
    ['another encoding', `<?xml version="1.0" encoding="utf-7"?>${svg('')}`],
    ['two bytes a letter', Buffer.from(svg(''), 'utf16le')],
  ])('with %s may run something', (_what, content) => expect(isActivePicture(content)).toBe(true));

  test.each([
    ['shapes', svg('<g><path d="M0 0h1"/><text font-family="x">only &amp; once</text></g>')],
    ['a style', svg('<style>.a { fill: red }</style><rect class="a"/>')],
    ['a declaration', `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "a" "b">${svg('')}`],
    ['a picture in it', svg('<image href="data:image/png;base64,AA"/>')],
    ['a link', svg('<a href="https://example.org/">x</a>')],
  ])('with %s runs nothing', (_what, content) => expect(isActivePicture(content)).toBe(false));
});
