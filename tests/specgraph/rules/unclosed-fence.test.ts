import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unclosed-fence')!, {
  good: {
    'closed, with more backticks, with tildes, with blanks': {
      'g/a.md': '```sh\na\n````\n\n~~~\n```\n~~~  \n\n   ```\n   a\n ```\n\n```\n```\n',
    },
    'closed on the last line, without a line end': { 'g/a.md': '```sh\na\n```' },
    'lines end with CRLF': { 'g/a.md': '```sh\r\na\r\n```\r\n' },
    'in a quote and in a list': { 'g/a.md': '> ```sh\n> a\n> ```\n\n- b\n\n  ```sh\n  a\n  ```\n' },
    'a quote ends it': { 'g/a.md': '> ```sh\n> a\n\nWords.\n' },
    'indented code holds no fence': { 'g/a.md': 'Words:\n\n    ```sh\n    a\n' },
    'a fence within a longer one': { 'g/a.md': '````md\n\n## A\n\n```sh\na\n```\n````\n' },
    'comments of a script are no headings': { 'g/a.md': '```sh\n# one\n\n# two\n\n```\n' },
    'Markdown that is shown': { 'g/a.md': '```md\nStart it:\n\n```sh\na\n```\n' },
    'backticks within a line': { 'g/a.md': 'Write ```a``` for code.\n' },
  },
  bad: {
    'the rest of the document is code': {
      files: { 'g/a.md': '# A\n\n⟦```sh\na\n⟧\n## B\n\nWords.\n' },
      message:
        'The code fence "```sh" is not closed, so everything down to line 9, the end of the document, is code.',
      suggestion: 'add "```" in line 5',
      related: ['g/a.md:5 the end of the code'],
    },
    'a closing fence without an opening one': {
      files: { 'g/a.md': '```sh\na\n```\n\n⟦```⟧' },
      message: 'The code fence "```" is not closed, and nothing stands below it.',
      suggestion: 'add "```" below the code',
    },
    'a shorter fence does not close it': {
      files: { 'g/a.md': '⟦~~~~ yaml⟧\na: 1\n~~~\n' },
      message:
        'The code fence "~~~~ yaml" is not closed, so everything down to line 4, the end of the document, is code.',
      suggestion: 'add "~~~~" below the code',
    },
    'the next block is taken for code': {
      files: { 'g/a.md': '⟦```sh\na\n⟧\n## B\n\nWords:\n\n```sh\nb\n```\n\nWords.\n' },
      message:
        'The code fence "```sh" is not closed, so everything down to line 10 is code, the fence of the next block included.',
      suggestion: 'add "```" in line 3',
      related: ['g/a.md:3 the end of the code'],
    },
    'a sentence and the next block are taken for code': {
      files: { 'g/a.md': '⟦```json\n{}\n⟧\nThe same as text:\n\n```text\nb\n```\n' },
      message:
        'The code fence "```json" is not closed, so everything down to line 8 is code, the fence of the next block included.',
      suggestion: 'add "```" in line 3',
      related: ['g/a.md:3 the end of the code'],
    },
    'the closing fence stands outside of the list item': {
      files: { 'g/a.md': '- a\n\n  ⟦```sh⟧\n  b\n```\n\nWords.\n' },
      message:
        'The code fence "```sh" is not closed in its list item, and the fence below the item opens another block.',
      suggestion: 'add "```" below the code',
    },
  },
});
