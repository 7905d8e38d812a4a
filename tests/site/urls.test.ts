import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeId } from '#specgraph';
import { nodeUrl, route, urls } from '../../src/site/urls.ts';

const noStep = (): undefined => undefined;

describe('routes', () => {
  it('end with a slash, so that a static server needs no redirect', () => {
    for (const url of [urls.home(), urls.about(), urls.document('14-edge'), urls.variables(), urls.variable('FL_PORT'), urls.graph(), urls.phases(),
      urls.phase('9'), urls.requirements(), urls.attributes(), urls.integrity(), urls.rule('broken-link')]) {
      expect(url).toMatch(/^\/(?:.*\/)?$/);
    }
  });

  it('name files by their file names', () => {
    expect(urls.markdown('14-edge')).toBe('/spec/14-edge.md');
    expect(urls.searchIndex()).toBe('/search-index.json');
  });

  it('point at a place within a page', () => {
    expect(urls.section('14-edge', '2-variant')).toBe('/spec/14-edge/#2-variant');
    expect(urls.requirements('ORCH-03')).toBe('/requirements/#orch-03');
    expect(urls.attributes('FL_READY')).toBe('/attributes/#fl_ready');
  });

  it('carry what the graph is opened at', () => {
    expect(urls.graph('14-edge#2.1 & more')).toBe('/graph/?focus=14-edge%232.1%20%26%20more');
  });

  it('take a path with or without a slash at its head', () => {
    expect(route('/variables/')).toBe(route('variables/'));
  });
});

describe('the base path', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each(['/specs/flower/', '/specs/flower'])('stands before every route (%s)', async (base) => {
    vi.stubEnv('BASE_URL', base);
    vi.resetModules();
    const moved = await import('../../src/site/urls.ts');
    expect(moved.urls.home()).toBe('/specs/flower/');
    expect(moved.urls.section('14-edge', '2-variant')).toBe('/specs/flower/spec/14-edge/#2-variant');
    expect(moved.urls.searchIndex()).toBe('/specs/flower/search-index.json');
  });
});

describe('the page of a node', () => {
  it.each([
    ['14-edge', '/spec/14-edge/'],
    [nodeId.section('14-edge', '2-variant'), '/spec/14-edge/#2-variant'],
    [nodeId.variable('FL_PORT'), '/variables/FL_PORT/'],
    ['attribute:FL_READY', '/attributes/#fl_ready'],
    ['requirement:ORCH-03', '/requirements/#orch-03'],
    ['phase:9', '/phases/9/'],
  ])('%s is %s', (id, url) => {
    expect(nodeUrl(id, noStep)).toBe(url);
  });

  it('is, for a boot step, the section that describes it', () => {
    expect(nodeUrl('step:02-server/7b', () => 'step-7b-backoff')).toBe('/spec/02-server/#step-7b-backoff');
  });

  it('does not exist for what is missing', () => {
    expect(nodeUrl('missing:spec/17', noStep)).toBeUndefined();
    expect(nodeUrl('step:02-server/99', noStep)).toBeUndefined();
  });
});
