import { describe, expect, test } from 'vitest';
import { inlineParts, stylesToClasses } from '../../../src/integration/security/inline-parts.ts';

describe('the inline parts of a page', () => {
  test.each<[what: string, html: string, scripts: string[], styles: string[]]>([
    ['a script', '<script>a < b</script>', ['a < b'], []],
    ['a module', '<script type="module">1</script>', ['1'], []],
    ['a script with an address', '<script src="/a.js"></script>', [], []],
    ['data', '<script type="application/json">{"a":"<style>"}</script>', [], []],
    ['a style sheet', '<style data-x="a>b">p { color: red }</style>', [], ['p { color: red }']],
    ['a script in a comment', '<!-- <script>1</script> -->', [], []],
    ['a script in an attribute', '<p title="<script>1</script>">x</p>', [], []],
    ['a script in a text field', '<textarea><script>1</script></textarea>', [], []],
    ['a script in a string of a script', '<script>"<script>"</script>', ['"<script>"'], []],
  ])('%s', (_what, html, scripts, styles) => {
    expect(inlineParts(`<body>${html}</body>`)).toEqual({ scripts, styles });
  });
});

describe('style attributes', () => {
  test.each<[what: string, html: string, changed: string]>([
    ['become a class', '<p style="a:b">', '<p class="[a:b]">'],
    ['join other classes', '<p class="x" style="a:b" id=y>', '<p class="x [a:b]" id=y>'],
    ['stand before the classes', `<p style='a:"b"' class='x'>`, `<p class='x [a:"b"]'>`],
    ['are decoded', '<p style="a:&quot;b&#x22;&amp;">', '<p class="[a:"b"&]">'],
    ['are read in elements without end', '<img style="a:b"/>', '<img class="[a:b]"/>'],
    ['are no text', '<p title=\'<b style="a:b">\'>', '<p title=\'<b style="a:b">\'>'],
    [
      'are no part of a script',
      '<script>"<b style=\\"a:b\\">"</script>',
      '<script>"<b style=\\"a:b\\">"</script>',
    ],
    ['may be left', '<p style="left">', '<p style="left">'],
  ])('%s', (_what, html, changed) => {
    expect(stylesToClasses(html, (style) => (style === 'left' ? undefined : `[${style}]`))).toBe(changed);
  });
});
