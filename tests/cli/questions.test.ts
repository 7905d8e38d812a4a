import { describe, expect, test } from 'vitest';
import { runIn } from '../helpers/fake-effects.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

const world = { files: SMALL_SET };

describe('variables', () => {
  test('prints a table', async () => {
    expect((await runIn(world, 'variables')).stdout).toBe(
      [
        '#  Name     Appliances  Section  Type    Default  Phase  Mentions',
        '1  FL_PORT  Server      2        number  9092     1      2',
        '2  FL_MODE  Server      2        list    fast     2      2',
        '',
        '2 variables, 2 names.',
        '',
      ].join('\n'),
    );
  });

  test('prints a USER_INPUTS block: grouped by phase, quoted, without a comma after the last line', async () => {
    expect((await runIn(world, 'variables', '--format', 'user-inputs', '--appliance', 'server')).stdout).toBe(
      [
        '# Server: user inputs of a small set',
        'USER_INPUTS = [',
        '  # Phase 1: Base',
        '  FL_PORT = "M|number|Port to listen at||9092",',
        '',
        '  # Phase 2: Edge',
        String.raw`  FL_MODE = "O|list|How to run, \"fast\" or not|fast,slow|fast"`,
        ']',
        '',
      ].join('\n'),
    );
  });

  test('prints the variables of one phase as JSON', async () => {
    const { stdout } = await runIn(world, 'variables', '--phase', '02', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        name: 'FL_MODE',
        counted: true,
        options: ['fast', 'slow'],
        facets: { definition: [{ file: 'spec/01-reference.md', line: 14 }] },
      },
    ]);
  });

  test('prints CSV', async () => {
    const { stdout } = await runIn(world, 'variables', '--format', 'csv');
    expect(stdout.split('\r\n')[2]).toBe(
      'FL_MODE,true,Server,2,2,Server parameters,list,false,fast slow,fast,"O|list|How to run, ""fast"" or not|fast,slow|fast",,2,2',
    );
  });

  test('writes to a file', async () => {
    const { stdout, files } = await runIn({ ...world, columns: 80 }, 'variables', '--out', 'v.txt');
    expect(stdout).toBe('');
    expect(files['v.txt']).toMatch(/^# {2}Name/);
  });
});

describe('refs', () => {
  test('shows references in both directions with place and sentence', async () => {
    expect((await runIn(world, 'refs', 'spec/02', 'Section', '1')).stdout).toBe(
      [
        'spec/02 1: 1. Boot',
        '',
        'Referred to by (2 references)',
        '  spec/02 2',
        '    spec/02-server.md:15:5  refers  See Section 1 and Step 1a.',
        '    spec/02-server.md:15:19  refers  See Section 1 and Step 1a.',
        '',
        'Refers to (3 references)',
        '  FL_MODE',
        '    spec/02-server.md:7:8  mentions  Reads FL_MODE.',
        '  spec/01',
        '    spec/02-server.md:11:4  refers  As spec/01-reference.md, Section 2 says.',
        '  spec/01 2',
        '    spec/02-server.md:11:47  refers  As spec/01-reference.md, Section 2 says.',
        '',
      ].join('\n'),
    );
  });

  test('prints JSON', async () => {
    const { stdout } = await runIn(world, 'refs', 'REQ-01', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'specgraph.refs/1',
      target: 'requirement:REQ-01',
      incoming: [{ kind: 'satisfies', source: '01-reference' }, {}],
      outgoing: [],
    });
  });
});

describe('impact', () => {
  test('lists nodes by distance, each with its path in words', async () => {
    const { stdout } = await runIn(world, 'impact', 'FL_PORT', '--depth', '3');
    expect(stdout.replace(/ {2}spec\/\S+$/gm, '')).toBe(
      [
        'Distance 1 (2)',
        '  FL_PORT → spec/01 1',
        '  FL_PORT → spec/01 2',
        '',
        'Distance 2 (1)',
        '  FL_PORT → spec/01 2 → spec/02 1 "Step 1a: Listen"',
        '',
        'Distance 3 (1)',
        '  FL_PORT → spec/01 2 → spec/02 1 "Step 1a: Listen" → spec/02 2',
        '',
        '4 places to re-read when FL_PORT changes.',
        '',
      ].join('\n'),
    );
  });

  test('prints JSON with the ids of the path', async () => {
    const { stdout } = await runIn(world, 'impact', 'FL_PORT', '--depth', '1', '--format', 'json');
    expect(JSON.parse(stdout).impact[1]).toEqual({
      id: '01-reference#2-parameters',
      distance: 1,
      path: ['variable:FL_PORT', '01-reference#2-parameters'],
      words: 'FL_PORT → spec/01 2',
      file: 'spec/01-reference.md',
      line: 9,
    });
  });

  test('groups places by document: those that refer to the target, and the number of the others', async () => {
    const { stdout } = await runIn(world, 'impact', 'FL_PORT', '--by', 'document');
    expect(stdout.replace(/ {2}spec\/\S+$/gm, '')).toBe(
      [
        'spec/01',
        '  FL_PORT → spec/01 1',
        '  FL_PORT → spec/01 2',
        '',
        'spec/02',
        '  2 places through others',
        '',
        'spec/03',
        '  1 place through others',
        '',
        '1 document refers to FL_PORT in 2 places, 2 more only through others.',
        '',
      ].join('\n'),
    );
    const json = await runIn(world, 'impact', 'FL_PORT', '--by', 'document', '--format', 'json');
    expect(JSON.parse(json.stdout).documents).toMatchObject([
      { document: '01-reference', distance: 1, direct: [{ line: 5 }, { line: 9 }], indirect: [] },
      { document: '02-server', distance: 2, direct: [], indirect: [{}, {}] },
      { document: '03-guide' },
    ]);
  });

  test('says when nothing refers to the target', async () => {
    expect((await runIn(world, 'impact', 'spec/03')).stdout).toBe('Nothing refers to spec/03.\n');
  });
});

describe('graph', () => {
  test.each([
    ['json', /^\{\n {2}"schema": "specgraph\.graph\/1"/],
    ['dot', /^digraph specgraph \{/],
    ['graphml', /^<\?xml version="1\.0"/],
    ['mermaid', /^flowchart LR\n/],
  ])('%s', async (format, beginning) => {
    const { code, stdout } = await runIn(world, 'graph', '--format', format);
    expect(code).toBe(0);
    expect(stdout).toMatch(beginning);
    expect(stdout.endsWith('\n')).toBe(true);
  });
});

describe('rules', () => {
  test('lists all rules by group', async () => {
    const { stdout } = await runIn({}, 'rules');
    expect(stdout).toMatch(/^links\n {2}broken-anchor +error +fix {2}The fragment/);
    expect(stdout).toContain('\nsuppressions\n');
  });

  test('prints one rule with the properties of its module', async () => {
    const { stdout } = await runIn({}, 'rules', 'broken-section');
    expect(stdout).toMatch(
      /^broken-section\nerror, sections, recommended\n\nA section that prose names by number exists/,
    );
  });

  test('prints JSON', async () => {
    const { stdout } = await runIn({}, 'rules', '--format', 'json');
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ id: 'wrong-count', group: 'claims', severity: 'error', fixable: true }),
    );
  });
});
