import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const party = (who: string, section: string) => ({ who, at: { document: '01', section } });
const config = (uses: object): string =>
  JSON.stringify({
    documentNumber: String.raw`^(\d\d)-`,
    documentPrefix: 'spec',
    names: {
      pattern: 'FL_[A-Z]+',
      attributes: [{ name: 'FL_READY', source: 'environment', meaning: 'ready', ...uses }],
    },
  });
const PUBLISHED = { publishedBy: [party('server', '1')] };
const files = (uses: object, text: string): Record<string, string> => ({
  'spec/specgraph.config.json': config(uses),
  'spec/01-a.md': text,
});

ruleTest(ruleById('missing-publication')!, {
  good: {
    'the section names it': files(PUBLISHED, '# A\n\n## 1. One\n\nIt sets `FL_READY`.\n\n## 2. Two\n'),
    'a subsection names it in code': files(
      PUBLISHED,
      '# A\n\n## 1. One\n\n### 1.1 Deep\n\n```sh\nFL_READY=YES\n```\n',
    ),
    'no section is configured': files({}, '# A\n\n## 1. One\n\n## 2. Two\n\n`FL_READY`\n'),
    'a section that does not exist is another mistake': files(
      { publishedBy: [party('server', '7')] },
      '# A\n\n## 1. One\n\n`FL_READY`\n',
    ),
  },
  bad: {
    'another section names it': {
      files: files(PUBLISHED, '# A\n\n⟦## 1. One⟧\n\nIt sets `FL_READY_AT`.\n\n## 2. Two\n\n`FL_READY`\n'),
      message:
        'FL_READY is published (server) in spec/01-a.md, Section 1 by the configuration; the section does not name it.',
      related: ['spec/01-a.md:7 Section 2 names it'],
    },
    'no section names it': {
      files: files({ readBy: [party('client', '2')] }, '# A\n\n## 1. One\n\n⟦## 2. Two⟧\n\nIt waits.\n'),
      message:
        'FL_READY is read (client) in spec/01-a.md, Section 2 by the configuration; the section does not name it.',
      suggestion: 'add FL_READY there',
    },
  },
});
