import { ruleById } from '#specgraph';
import { config } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const CONFIG = config({
  requirements: [
    { id: 'NET-01', title: 'Listening on a port' },
    { id: 'NET-02', title: 'Retrying a connection' },
    { id: 'NET-03', title: 'Closing' },
    { id: 'NET-04', title: 'Logging' },
  ],
});
const document = (requirements: string, text = 'Text.'): string =>
  `# T\n\n**Requirements:** ${requirements}\\\n**Status:** S\n\n---\n\n${text}\n`;
const set = (text: string): Record<string, string> => ({
  'spec/specgraph.config.json': CONFIG,
  'spec/01-a.md': document('NET-01', text),
  'spec/02-b.md': document('NET-02'),
  'spec/03-c.md': document('NET-03'),
  'spec/04-d.md': document('NET-04'),
});
const table = (third: string, fourth = 'NET-04'): string =>
  `| Requirement | Met in |\n|---|---|\n| NET-01 | [a](01-a.md) |\n| NET-02 | [b](02-b.md) |\n| ${third} | [c](03-c.md) |\n| ${fourth} | [d](04-d.md) |`;

ruleTest(ruleById('requirement-mismatch')!, {
  good: {
    'the requirement of the header': set('This document satisfies NET-01.'),
    'another document meets it': set(
      '[b](02-b.md) satisfies NET-02. This document satisfies NET-01; NET-02 not.',
    ),
    'rows as the headers say': set(table('NET-03')),
    'several rows differ': set(table('NET-02', 'NET-03')),
    'words of its own title': set('NET-01 (a port to retry a connection).'),
    'one word of another title': set('NET-03 (a port).'),
  },
  bad: {
    'a sentence about its own document': {
      files: set('**Traceability:** this document satisfies ⟦NET-02⟧ in full.'),
      message: 'spec/01-a.md is said to meet NET-02; its header names NET-01.',
      suggestion: 'NET-01',
      related: ['spec/01-a.md:3 the header'],
    },
    'a sentence that begins with It': {
      files: set('This is about ports. It meets ⟦NET-03⟧: closing.'),
      message: 'spec/01-a.md is said to meet NET-03; its header names NET-01.',
      suggestion: 'NET-01',
      related: ['spec/01-a.md:3 the header'],
    },
    'one row of a table': {
      files: set(table('⟦NET-02⟧')),
      message: 'spec/03-c.md is said to meet NET-02; its header names NET-03.',
      suggestion: 'NET-03',
      related: ['spec/03-c.md:3 the header'],
    },
    'the title of another one beside it': {
      files: set('See ⟦NET-03⟧ (to retry the connection, retrying).'),
      message: 'The words beside NET-03 are those of NET-02, "Retrying a connection"; NET-03 is "Closing".',
      suggestion: 'NET-02',
    },
  },
});
