/** Documents by number without a configuration, and documents that speak of others. */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';

const text = (title: string, row = ''): string => `# ${title}\n\n## 1. One\n\n${row}\n\n## 2. Two\n`;
const FOLDER = {
  files: {
    'set/spec/01-scope.md': text('Scope'),
    'set/spec/02-terms.md': text('Terms', HERE),
    'set/spec/03-rules.md': text('Rules'),
    'set/README.md': text('Set'),
  },
};

formsTest('a section of a numbered file', 'broken-section', FOLDER, [
  'See spec/01, ⟦Section 9⟧.',
  'See ⟦Section 9⟧ of spec/01.',
  'See `spec/03`, ⟦Section 9⟧.',
  '- spec/03\n  - ⟦Section 9⟧',
  '| a | b |\n|---|---|\n| spec/03 | ⟦Section 9⟧ |',
  'See spec/01-scope.md, ⟦Section 9⟧.',
  // silent
  'See spec/01, Section 2.',
  'See src/01, Section 9.',
  'See spec/001, Section 9.',
]);

formsTest('a number that no file has', 'unknown-document', FOLDER, [
  'See ⟦spec/17⟧.',
  'See ⟦spec/17⟧, Section 2.',
  'See Section 2 of ⟦spec/17⟧.',
  'See `⟦spec/17⟧`.',
  // silent
  'See spec/02 and spec/03.',
  'See src/17, TCP/80 and spec/1.',
  'See https://example.org/spec/17.',
]);

const MINUTES = {
  files: { 'set/2024-05-01-minutes.md': text('Minutes of the meeting', HERE), 'set/spec.md': text('Spec') },
};

formsTest('minutes, errata and change logs', 'broken-section', MINUTES, [
  'See [the spec](spec.md), ⟦Section 9⟧.',
  // silent
  'Ann will rewrite Section 9.',
  'Item 1 is about §9.',
]);
