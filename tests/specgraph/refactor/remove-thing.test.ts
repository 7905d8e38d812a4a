/** Removing variables, ids and terms: their definitions go; what still names them is listed. */
import { describe, expect, it } from 'vitest';
import { planRefactoring, type RefactorRequest } from '#specgraph/refactor';
import { projectOf, refactored, refusalsOf, type Texts } from '../../helpers/refactor.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';

const KINDS = {
  rule: { defined: { list: 'REQ-{n}' }, mentioned: 'REQ-{n}' },
  code: { defined: { table: 'Code' }, mentioned: { code: '{id}' }, id: 'E_[A-Z_]+' },
  term: { defined: { bold: true }, mentioned: { words: true } },
  decision: { defined: { headings: 'DR-{n}' }, mentioned: 'DR-{n}' },
  message: { defined: { code: '{id} = \\d+' }, id: 'MSG_[A-Z]+', mentioned: { code: '{id}' } },
};
const set = (text: string): Texts => ({
  'spec/specgraph.config.json': JSON.stringify({ kinds: KINDS }),
  'spec/a.md': `# A\n\n${text}`,
});
const remove = (target: string, force = false): RefactorRequest => ({ action: 'remove', target, force });

describe('remove of a thing to which nothing refers', () => {
  it.each([
    [
      'a row, with the numbers of the rows behind it',
      'E_FULL',
      '| # | Code |\n|---|---|\n| 1 | `E_OLD` |\n| 2 | `E_FULL` |\n| 3 | `E_NEW` |\n',
      '| # | Code |\n|---|---|\n| 1 | `E_OLD` |\n| 2 | `E_NEW` |\n',
    ],
    [
      'an item with all that is in it',
      'REQ-2',
      '- REQ-1: one.\n- REQ-2: two,\nin two lines.\n\n  More.\n  - nested\n- REQ-3: three.\n',
      '- REQ-1: one.\n- REQ-3: three.\n',
    ],
    ['the last item', 'REQ-2', '- REQ-1: one.\n- REQ-2: two.\n\nText.\n', '- REQ-1: one.\n\nText.\n'],
    [
      'a paragraph',
      'Relay',
      'Text.\n\n**Relay**: forwards,\nalways.\n\n**Peer**: speaks.\n',
      'Text.\n\n**Peer**: speaks.\n',
    ],
    ['a section', 'DR-2', '## DR-1: One\n\n## DR-2: Two\n\nText.\n\n## End\n', '## DR-1: One\n\n## End\n'],
    ['a line of code', 'MSG_TWO', '```c\nMSG_ONE = 1\nMSG_TWO = 2\n```\n', '```c\nMSG_ONE = 1\n```\n'],
  ])('%s', (_, target, before, after) => {
    expect(refactored(set(before), remove(target))['spec/a.md']).toBe(`# A\n\n${after}`);
  });

  it('takes out a variable that nothing else names', () => {
    const row = '| 3 | `FL_SPARE` | `O\\|number\\|Spare\\|\\|1` | number | 1 | 2 |\n';
    const rows = SMALL_SET['spec/01-reference.md'];
    const files = {
      ...SMALL_SET,
      'spec/01-reference.md': rows.replace('\n\n## Appendix', `\n${row}\n## Appendix`),
    };
    expect(refactored(files, remove('FL_SPARE'))).toEqual(SMALL_SET);
  });
});

describe('remove of a thing that is named elsewhere', () => {
  it('lists what names it, in documents and beside them', () => {
    const files = {
      ...SMALL_SET,
      'spec/contracts/one.yaml':
        'phase: "2"\nmust_haves:\n  artifacts:\n    - { path: spec/01-reference.md, contains: [FL_MODE] }\n',
    };
    expect(refusalsOf(files, remove('FL_MODE'))).toEqual([
      'spec/02-server.md:7 "FL_MODE" refers to FL_MODE',
      'spec/contracts/one.yaml:4 FL_MODE is named here',
    ]);
  });

  it('removes the definition where that is forced, and says what is broken then', () => {
    const plan = planRefactoring(projectOf(SMALL_SET), remove('FL_MODE', true));
    expect(plan.refusals).toEqual([]);
    expect(plan.texts.get('spec/01-reference.md')).not.toContain('| `FL_MODE` |');
    expect(plan.notes.map(({ message, at }) => `${at!.file}:${at!.line} ${message.split(':')[0]}`)).toEqual([
      'spec/02-server.md:7 undefined-variable',
    ]);
  });

  it('is refused for what the configuration defines', () => {
    expect(() => planRefactoring(projectOf(SMALL_SET), remove('REQ-01'))).toThrow(
      'defined in the configuration',
    );
  });
});
