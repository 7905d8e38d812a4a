/** A set of documents whose every text tries to run a program, to load something, or to hide a part of the page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Sets `window.attacked` where it runs. */
const RUN = 'window.attacked=1';
/** Fetched by whatever is tricked into loading it; no other part of the site has this address. */
export const ELSEWHERE = 'https://elsewhere.invalid';

const ATTACKS = [
  `<script>${RUN}</script>`,
  `<script src="${ELSEWHERE}/a.js"></script>`,
  `<img src="x" onerror="${RUN}">`,
  `<img src="${ELSEWHERE}/a.png" alt="remote">`,
  `![remote](${ELSEWHERE}/b.png)`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<iframe srcdoc="<script>parent.attacked=1</script>"></iframe>`,
  `<object data="attack.html"></object>`,
  `<a href="javascript:${RUN}">javascript</a>`,
  `[javascript](javascript:${RUN})`,
  `[data](data:text/html,<script>opener.attacked=1</script>)`,
  `<details open ontoggle="${RUN}"><summary>details</summary></details>`,
  `<p style="position:fixed;inset:0;background:url(${ELSEWHERE}/c.png)">cover</p>`,
  `<div id="page:main" class="search-dialog">main</div>`,
  `<img name="getElementById"><form name="querySelector"></form><a id="location" name="body">names</a>`,
  `<base href="${ELSEWHERE}/"><meta http-equiv="refresh" content="0;url=${ELSEWHERE}">`,
  `<link rel="stylesheet" href="${ELSEWHERE}/d.css"><style>*{display:none}</style>`,
  `</main></body></html><script>${RUN}</script>`,
  `"'><img src=x onerror=${RUN}>`,
  '`</script><script>window.attacked=1</script>`',
  `{{constructor.constructor('${RUN}')()}}`,
];

const BREAK_OUT = `</script></style></title></textarea><script>${RUN}</script>`;

const FILES: Readonly<Record<string, string>> = {
  'specgraph.config.json': JSON.stringify({
    title: `Hostile ${BREAK_OUT}`,
    site: { name: `H ${BREAK_OUT}`, description: `"><script>${RUN}</script>` },
    documentNumber: '^(\\d{2})-',
    kinds: { code: { defined: { table: 'Code' }, mentioned: '{id}', id: 'ERR-\\d+' } },
    rules: { 'broken-link': 'warn', 'broken-anchor': 'warn', 'orphan-document': 'off' },
  }),
  '01-first.md': [
    `# First ${BREAK_OUT}`,
    `Summary ${BREAK_OUT}`,
    ...ATTACKS.map(
      (attack, i) =>
        `## ${i + 1}. Part ${attack}\n\nText ${attack} of ERR-1.\n\n${attack}\n\n| A | B |\n|---|---|\n| ${attack.replaceAll('|', '\\|')} | x |`,
    ),
    `${'>'.repeat(500)} deep`,
    '[a](#%zz) [b](x%0Ay.md) [page](attack.html) [picture](attack.svg) ![picture](attack.svg) ![good](good.svg)',
  ].join('\n\n'),
  '02-second.md': `# Second\n\n## 1. Codes\n\nSee [the first](01-first.md) and 01, Section 2.\n\n| Code | Meaning |\n|---|---|\n| ERR-1 | ${BREAK_OUT} |\n\n\`\`\`html"><script>${RUN}</script>\n${BREAK_OUT}\n\`\`\`\n`,
  'attack.html': `<script>${RUN}</script>`,
  'attack.svg': `<svg xmlns="http://www.w3.org/2000/svg"><script>${RUN}</script></svg>`,
  'good.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>',
};

/** Writes the set into a new folder. */
export function writeHostileSet(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  // A name with signs of HTML, where the system allows one.
  if (process.platform !== 'win32')
    writeFileSync(
      path.join(folder, `03-"><img src=x onerror=${RUN}>.md`),
      '# Third\n\n## 1. Start\n\nText.\n',
    );
}
