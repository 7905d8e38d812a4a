import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { nodeId } from '#specgraph';
import { route, urlOfNode, urlOfPlace, urls } from '../../src/site/urls.ts';
import { SMALL_SET } from '../helpers/small-set.ts';
import { snapshotOf } from '../helpers/snapshot.ts';
import { nameOfPlace } from '../../src/site/document-names.ts';

describe('URLs', () => {
  it('of pages end with a slash, so that a static server needs no redirect', () => {
    for (const url of [
      urls.home(),
      urls.document('14-edge'),
      urls.variables(),
      urls.variable('FL_PORT'),
      urls.graph(),
      urls.phases(),
      urls.phase('9'),
      urls.requirements(),
      urls.attributes(),
      urls.integrity(),
      urls.rule('broken-link'),
    ]) {
      expect(url).toMatch(/^\/(?:.*\/)?$/);
    }
  });

  it('of files end with the name of the file', () => {
    expect(urls.markdown('14-edge')).toBe('/spec/14-edge.md');
    expect(urls.searchIndex()).toBe('/search-index.json');
  });

  it('can point at a place within a page', () => {
    expect(urls.section('14-edge', '2-variant')).toBe('/spec/14-edge/#2-variant');
    expect(urls.requirements('ORCH-03')).toBe('/requirements/#orch-03');
    expect(urls.attributes('FL_READY')).toBe('/attributes/#fl_ready');
  });

  it('of the graph hold the selected node', () => {
    expect(urls.graph('14-edge#2.1 & more')).toBe('/graph/?focus=14-edge%232.1%20%26%20more');
  });

  it('are made from paths with or without a leading slash', () => {
    expect(route('/variables/')).toBe(route('variables/'));
  });
});

describe('the base path', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each(['/specs/flower/', '/specs/flower'])('is part of every URL (%s)', async (base) => {
    vi.stubEnv('BASE_URL', base);
    vi.resetModules();
    const moved = await import('../../src/site/urls.ts');
    expect(moved.urls.home()).toBe('/specs/flower/');
    expect(moved.urls.section('14-edge', '2-variant')).toBe('/specs/flower/spec/14-edge/#2-variant');
    expect(moved.urls.searchIndex()).toBe('/specs/flower/search-index.json');
  });
});

describe('the URL of a node', () => {
  const { graph } = snapshotOf(SMALL_SET);

  it.each([
    ['02-server', '/spec/02-server/'],
    [nodeId.section('02-server', '2-ports'), '/spec/02-server/#2-ports'],
    [nodeId.step('02-server', '1a'), '/spec/02-server/#step-1a-listen'],
    [nodeId.variable('FL_PORT'), '/variables/FL_PORT/'],
    [nodeId.attribute('FL_READY'), '/attributes/#fl_ready'],
    [nodeId.requirement('REQ-01'), '/requirements/#req-01'],
    [nodeId.phase('2'), '/phases/2/'],
  ])('%s is %s', (id, url) => {
    expect(urlOfNode(graph, id)).toBe(url);
  });

  it.each([nodeId.missing('spec/17'), nodeId.step('02-server', '99'), nodeId.variable('FL_NOTHING')])(
    'does not exist: %s',
    (id) => {
      expect(urlOfNode(graph, id)).toBeUndefined();
    },
  );

  it('exists for every node', () => {
    expect(graph.nodes.filter((node) => !urlOfNode(graph, node.id))).toEqual([]);
  });
});

describe('the URL of a place in a file', () => {
  const { graph } = snapshotOf(SMALL_SET);
  const at = (line: number) => ({ file: 'spec/02-server.md', line });

  it('is that of the section that holds the line', () => {
    expect(urlOfPlace(graph, at(7))).toBe('/spec/02-server/#step-1-read');
    expect(urlOfPlace(graph, at(999))).toBe(
      urls.section('02-server', graph.document('02')!.sections.at(-1)!.slug),
    );
  });

  it('is that of the document above its first section', () => {
    expect(urlOfPlace(graph, at(1))).toBe('/spec/02-server/');
  });

  it('is undefined for a file outside the set', () => {
    expect(urlOfPlace(graph, { file: 'spec/contracts/phase-01.yaml', line: 1 })).toBeUndefined();
  });

  it('has a short name', () => {
    expect(nameOfPlace(graph, at(7))).toBe('spec/02:7');
    expect(nameOfPlace(graph, { file: 'spec/contracts/phase-01.yaml', line: 3 })).toBe(
      'spec/contracts/phase-01.yaml:3',
    );
  });
});

test('signs in the name of a document that would end or change a path stand as their code', () => {
  expect(urls.document('why?')).toBe('/spec/why~3f/');
  expect(urls.document('a&b, $c')).toBe('/spec/a~26b~2c%20~24c/');
  expect(urls.markdown('a\nb')).toBe('/spec/a~ab.md');
  expect(urls.document('ha%23sh')).toBe('/spec/ha~23sh/');
  expect(urls.markdown('std%3Aio')).toBe('/spec/std~3aio.md');
  expect(urls.picture('a/C#')).toBe('/og/a/C~23.png');
  expect(urls.previews('a/why? 100%')).toBe('/previews/spec/a/why~3f%20100~25.json');
});
