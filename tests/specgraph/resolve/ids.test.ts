import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as query from '#specgraph/query';
import { documentOf, nodeId } from '#specgraph';
import { realSpecification } from '../../helpers/real-specification.ts';

/** An id with its kind, name and document. */
const IDS: readonly [id: string, kind: string, name: string, document: string | undefined][] = [
  [nodeId.document('14-edge'), 'document', '14-edge', '14-edge'],
  [nodeId.document('docs/a: b'), 'document', 'docs/a: b', 'docs/a: b'],
  [nodeId.section('14-edge', '3-backoff'), 'section', '3-backoff', '14-edge'],
  [nodeId.section('docs/steps/14-edge', ''), 'section', '', 'docs/steps/14-edge'],
  [nodeId.step('docs/02-server', '7b'), 'step', '7b', 'docs/02-server'],
  [nodeId.variable('FL_MODE'), 'variable', 'FL_MODE', undefined],
  [nodeId.attribute('FL_READY'), 'attribute', 'FL_READY', undefined],
  [nodeId.requirement('ORCH-03'), 'requirement', 'ORCH-03', undefined],
  [nodeId.phase('9'), 'phase', '9', undefined],
  [nodeId.thing('message', 'ping'), 'message', 'ping', undefined],
  [nodeId.thing('error-code', 'net/timeout'), 'error-code', 'net/timeout', undefined],
  [nodeId.thing('table', '3', 'docs/02-server'), 'table', '3', 'docs/02-server'],
  [nodeId.missing('spec/17: x#y'), 'missing', 'spec/17: x#y', undefined],
  [nodeId.missingSection('14-edge', '6d'), 'missing', '14-edge Section 6d', undefined],
];

test.each(IDS)('%s is the id of a %s named %s', (id, kind, name, document) => {
  expect(nodeId.kindOf(id)).toBe(kind);
  expect(nodeId.isMissing(id)).toBe(kind === 'missing');
  expect(nodeId.nameOf(id)).toBe(name);
  expect(nodeId.documentOf(id)).toBe(document);
});

test('the number of a missing section is read from its id', () => {
  expect(nodeId.missingSectionNumber(nodeId.missingSection('an odd name', '6d'))).toBe('6d');
});

test('the kind and the document in an id are those of the node', async () => {
  const { graph } = await realSpecification();
  // The id of a thing that is unique in the whole set does not name a document.
  const own = new Set(Object.keys(graph.config.kinds ?? {}));
  for (const node of graph.nodes.filter(({ kind }) => !own.has(kind))) {
    expect(nodeId.kindOf(node.id)).toBe(node.kind);
    expect(nodeId.documentOf(node.id)).toBe(
      node.kind === 'document' ? node.id : 'document' in node ? node.document : undefined,
    );
  }
});

test('both doors of the engine offer the ids', () => {
  expect(documentOf).toBe(nodeId.documentOf);
  expect(query.nodeId).toBe(nodeId);
  expect(query.documentOf).toBe(documentOf);
});

/** Text that builds an id or takes one apart. */
const BY_HAND: readonly RegExp[] = [
  /['"`](?:step|variable|attribute|requirement|phase|missing):(?!\s)/,
  /`\$\{kind\}:/,
  /\.(?:indexOf|lastIndexOf|split)\((['"`])[:#]\1\)/,
];
/** Code that matches a pattern above, but does not work on an id. */
const NOT_AN_ID: readonly { file: string; code: string; is: string }[] = [
  { file: 'src/specgraph/rules/broken-anchor.ts', code: "url.indexOf('#')", is: 'the URL of a link' },
  { file: 'src/site/mdx-pages/resolve-names.ts', code: "heading.split(':')", is: 'a heading' },
  { file: 'src/payloads/builder/format.ts', code: "part.lastIndexOf(':')", is: 'a host with its port' },
];
const COMMENT = /^\s*(?:\/\*\*|\*|\/\/)/;

describe('no other module builds an id or takes one apart', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const rooms = globSync('src/*/', { cwd: root }).map((folder) => path.basename(folder));
  test.each(rooms)('src/%s', (room) => {
    const found = globSync(`src/${room}/**/*.{ts,astro,mdx}`, { cwd: root })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => file !== 'src/specgraph/resolve/ids.ts')
      .flatMap((file) =>
        readFileSync(path.join(root, file), 'utf8')
          .split('\n')
          .filter((line) => !COMMENT.test(line) && BY_HAND.some((pattern) => pattern.test(line)))
          .filter((line) => !NOT_AN_ID.some((other) => other.file === file && line.includes(other.code)))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
});
