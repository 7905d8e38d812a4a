/** Renaming documents, variables, ids and terms. */
import { describe, expect, it } from 'vitest';
import { refactored, refusalsOf } from '../../helpers/refactor.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';

describe('rename of a document', () => {
  const files = {
    'spec/guide.md': '# Guide\n\n## Setup\n\n![x](img/x.png) [end](sub/end.md)\n',
    'spec/sub/end.md':
      '# End\n\n[guide](../guide.md) [Guide](../guide.md#setup) `spec/guide.md` [i][g]\n\n[g]: ../guide.md\n',
    'spec/img/x.png': '',
  };

  it('moves the file with all links', () => {
    expect(refactored(files, { action: 'rename', target: 'guide.md', name: 'sub/manual.md' })).toEqual({
      'spec/sub/manual.md': '# Guide\n\n## Setup\n\n![x](../img/x.png) [end](end.md)\n',
      'spec/sub/end.md':
        '# End\n\n[manual](manual.md) [Guide](manual.md#setup) `spec/sub/manual.md` [i][g]\n\n[g]: manual.md\n',
      'spec/img/x.png': '',
    });
  });

  it('changes the title where a title is given', () => {
    const after = refactored(files, { action: 'rename', target: 'guide.md', name: 'The Manual' });
    expect(after['spec/guide.md']).toContain('# The Manual\n');
    expect(after['spec/sub/end.md']).toContain('[The Manual](../guide.md#setup)');
  });

  it.each([
    ['title: Guide', 'The Manual', 'title: The Manual'],
    ['title: Guide', 'Use: a Manual', 'title: "Use: a Manual"'],
    ['title: "Guide"', 'The "Manual"', String.raw`title: "The \"Manual\""`],
    ["title: 'Guide'", "The User's", "title: 'The User''s'"],
  ])('changes the title in front matter: %s to %s', (written, name, expected) => {
    const set = { 'spec/guide.md': `---\n${written}\n---\n\n## Guide\n` };
    const after = refactored(set, { action: 'rename', target: 'guide.md', name });
    expect(after['spec/guide.md']).toBe(`---\n${expected}\n---\n\n## Guide\n`);
  });

  it('follows its number in prose and in the configuration', () => {
    const after = refactored(SMALL_SET, { action: 'rename', target: '02', name: '04-server.md' });
    expect(after['spec/03-guide.md']).toContain('Ports stand in spec/04, Section 2.');
    expect(JSON.parse(after['spec/specgraph.config.json'])).toMatchObject({
      stepSequences: [{ component: 'Server', document: '04' }],
    });
  });

  it('follows its number in links of other spellings, and writes zeros as the other titles do', () => {
    const set = (number: string, file = `0${number}`): Record<string, string> => ({
      'spec/00-list.md': `# PART #0: List\n\n[PART #${number}](${file}-a.md), [PART${file}](${file}-a.md) [PART-${number}](${file}-a.md#use).\n`,
      'spec/02-b.md': '# PART #2: Other\n',
      [`spec/${file}-a.md`]: `# PART #${number}: Alpha\n\n## Use\n`,
    });
    const there = refactored(set('4'), { action: 'rename', target: '04-a', name: '14-a.md' });
    expect(there).toEqual(set('14', '14'));
    expect(refactored(there, { action: 'rename', target: '14-a', name: '04-a.md' })).toEqual(set('4'));
  });

  it('lets registers of documents follow, and the names of other things stay', () => {
    const phases = ['Base', 'Server', 'Edge'].map((name, i) => ({
      number: `${i + 1}`,
      name,
      dependsOn: [],
      finished: true,
    }));
    const rows = (...lines: string[]): string => `${lines.join('\n')}\n`;
    const after = refactored(
      {
        'spec/specgraph.config.json': JSON.stringify({
          documentNumber: String.raw`^(\d{2})-`,
          documentPrefix: 'spec',
          phases,
        }),
        'spec/01-server.md': '# Server\n',
        'spec/02-list.md': rows(
          '# List\n',
          '| Document | Title |\n|---|---|\n| [spec/01](01-server.md) | Server |\n',
          '| Phase | Name | Documents |\n|---|---|---|',
          ...phases.map(({ number, name }) => `| Phase ${number} | ${name} | spec/01 |`),
        ),
      },
      { action: 'rename', target: '01', name: 'Gateway' },
    );
    expect(after['spec/02-list.md']).toContain('| [spec/01](01-server.md) | Gateway |');
    expect(after['spec/02-list.md']).toContain('| Phase 2 | Server | spec/01 |');
  });

  it('is refused where the name is taken', () => {
    expect(refusalsOf(files, { action: 'rename', target: 'guide.md', name: 'sub/end.md' })).toEqual([
      'spec/sub/end.md:1 spec/sub/end.md is a document already',
    ]);
  });
});

const KINDS = {
  rule: { defined: { list: 'REQ-{n}' }, mentioned: 'REQ-{n}' },
  code: { defined: { table: 'Code' }, mentioned: { code: '{id}' }, id: 'E_[A-Z_]+' },
  term: { defined: { bold: true }, mentioned: { words: true } },
};

describe('rename of an id', () => {
  const files = {
    'spec/specgraph.config.json': JSON.stringify({ kinds: KINDS }),
    'spec/a.md':
      '# A\n\n**Relay**: forwards. Relays are cheap.\n\n- REQ-1: starts.\n- REQ-2: stops.\n\n| Code | Meaning |\n|---|---|\n| `E_FULL` | full |\n\n```sh\nexit E_FULL # REQ-1\n```\n\nREQ-1, `E_FULL`, https://x.org/E_FULL, a relay.\n',
  };

  it.each([
    [
      'Relay',
      'Broker',
      ['**Broker**: forwards. Brokers are cheap.', 'REQ-1, `E_FULL`, https://x.org/E_FULL, a broker.'],
    ],
    [
      'REQ-1',
      'REQ-9',
      ['- REQ-9: starts.', 'exit E_FULL # REQ-9', 'REQ-9, `E_FULL`, https://x.org/E_FULL, a relay.'],
    ],
    [
      'E_FULL',
      'E_BUSY',
      ['| `E_BUSY` | full |', 'exit E_BUSY # REQ-1', 'REQ-1, `E_BUSY`, https://x.org/E_FULL, a relay.'],
    ],
  ])('%s', (target, name, expected) => {
    const before = new Set(files['spec/a.md'].split('\n'));
    const after = refactored(files, { action: 'rename', target, name })['spec/a.md'];
    expect(after.split('\n').filter((line) => !before.has(line))).toEqual(expected);
  });

  it('is refused where the id is taken', () => {
    expect(refusalsOf(files, { action: 'rename', target: 'REQ-1', name: 'REQ-2' })).toEqual([
      'there is a rule 2 already',
    ]);
  });

  it('takes a variable through documents, code, contracts and the configuration', () => {
    const set = {
      ...SMALL_SET,
      'spec/02-server.md': `${SMALL_SET['spec/02-server.md']}\n\`\`\`sh\necho "\${FL_MODE}"\n\`\`\`\n`,
      'spec/contracts/one.yaml':
        'phase: "2"\nmust_haves:\n  artifacts:\n    - { path: spec/01-reference.md, contains: [FL_MODE] }\n',
    };
    const after = refactored(set, { action: 'rename', target: 'FL_MODE', name: 'FL_PACE' });
    expect(JSON.stringify(after)).not.toContain('FL_MODE');
    expect(after['spec/02-server.md']).toContain('echo "${FL_PACE}"');
  });
});

describe('things of two kinds in one place, and of one document', () => {
  const errors = (name: string): string =>
    `# A\n\n## Errors\n\n- \`${name}\`: REQUIRED.\n- \`error_uri\`: It is \`${name}\`.\n\n\`\`\`json\n{ "${name}": 1 }\n\`\`\`\n`;
  const files = {
    'spec/a.md': errors('bad_proof'),
    'spec/b.md': '# B\n\nIts `bad_proof` is another one.\n\n```json\n{ "bad_proof": 1 }\n```\n',
    'spec/specgraph.config.json': JSON.stringify({
      kinds: {
        error: { defined: { list: true, in: 'Errors' }, mentioned: { code: '{id}' }, scope: 'document' },
        field: { defined: { list: '`{id}`: REQUIRED' }, mentioned: { code: '{id}' }, scope: 'document' },
      },
    }),
  };

  it('a renamed section leaves both as they are', () => {
    const after = refactored(files, { action: 'rename', target: 'a#errors', name: 'Errors' });
    expect(after).toEqual(files);
    const inserted = refactored(files, { action: 'insert', target: 'a#errors', title: 'End', side: 'after' });
    expect(inserted['spec/a.md']).toBe(`${files['spec/a.md']}\n## End\n`);
  });

  it('code of its document follows, and nothing of another document', () => {
    const onlyErrors = {
      ...files,
      'spec/specgraph.config.json': files['spec/specgraph.config.json'].replace(/,"field".*$/, '}}'),
    };
    const after = refactored(onlyErrors, { action: 'rename', target: 'bad_proof of a', name: 'no_proof' });
    expect(after).toEqual({ ...onlyErrors, 'spec/a.md': errors('no_proof') });
  });
});
