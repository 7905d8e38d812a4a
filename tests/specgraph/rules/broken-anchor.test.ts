import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('broken-anchor')!, {
  good: {
    'a heading, its duplicate, the top': {
      'g/a.md': '[x](b.md#limits) [y](b.md#limits-1) [z](#) [t](#top)\n',
      'g/b.md': '# B\n\n## Limits\n\n## Limits\n',
    },
    'anchors of HTML': {
      'g/a.md':
        '<a id="here"></a> <a name="there"></a>\n\n<p id="p">x</p>\n\n[x](#here) [y](#there) [z](#p)\n',
    },
    'code, emoji and punctuation in a heading': {
      'g/a.md': '# A\n\n## `run()` & stop!\n\n[x](#run--stop)\n',
    },
    'a text that the browser shall show': {
      'g/a.md': '[x](#:~:text=stop) [y](b.md#limits:~:text=two%20words,-end)\n',
      'g/b.md': '# B\n\n## Limits\n',
    },
    'a line of a source file': { 'g/a.md': '[x](x.ts#L10-L12)\n', 'g/x.ts': '1' },
  },
  bad: {
    'a renamed heading': {
      files: { 'g/a.md': '[x](⟦b.md#limit⟧)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
      message: '"#limit" is no heading and no anchor of g/b.md.',
      suggestion: 'b.md#limits',
    },
    'a heading that is not there, before a text to show': {
      files: { 'g/a.md': '[x](⟦b.md#bounds:~:text=two⟧)\n', 'g/b.md': '# B\n\n## Limits\n' },
      message: '"#bounds:~:text=two" is no heading and no anchor of g/b.md.',
    },
    'a renumbered heading, fixed': {
      files: { 'g/a.md': '# A\n\n[x](⟦#3-end⟧)\n\n## 1. Start\n\n## 2. End\n' },
      message: '"#3-end" is no heading and no anchor of g/a.md.',
      suggestion: '#2-end',
      fixed: '# A\n\n[x](#2-end)\n\n## 1. Start\n\n## 2. End\n',
    },
    'the words state the old number': {
      files: { 'g/a.md': '# A\n\n[Section 3](⟦#3-end⟧)\n\n## 1. Start\n\n## 2. End\n' },
      message: '"#3-end" is no heading and no anchor of g/a.md.',
      suggestion: '#2-end',
    },
    'two headings of that title': {
      files: { 'g/a.md': '# A\n\n[x](⟦#3a-end⟧)\n\n## 1. Start\n\n## 2. End\n\n## 3. End\n' },
      message: '"#3a-end" is no heading and no anchor of g/a.md.',
    },
    'versions are no sections': {
      files: { 'g/a.md': '# A\n\n[x](⟦#10-changes⟧)\n\n## 2.1 Changes\n\n## 1.5 Fixes\n' },
      message: '"#10-changes" is no heading and no anchor of g/a.md.',
      suggestion: '#21-changes',
    },
    'the path is kept, readable as a path': {
      files: { 'g/a.md': '[x](⟦b\\(1.md#limit⟧)\n', 'g/b(1.md': '# B\n\n## Limits\n' },
      message: '"#limit" is no heading and no anchor of g/b(1.md.',
      suggestion: 'b%281.md#limits',
    },
    'a folder without README': {
      files: { 'g/a.md': '[x](⟦parts/#one⟧)\n', 'g/parts/keep.txt': '' },
      message: '"#one" leads nowhere: the folder g/parts/ has no README.',
    },
    'nothing near': {
      files: {
        'g/a.md': '[x](⟦b.md#something-else-entirely⟧)\n',
        'g/b.md': '# B\n\n## Limits\n\n## Limits\n',
      },
      message: '"#something-else-entirely" is no heading and no anchor of g/b.md.',
    },
    'a number of two digits and a letter': {
      files: { 'g/a.md': '# A\n\n[x](⟦#12b-end⟧)\n\n## 12. All\n\n### 12a. End\n' },
      message: '"#12b-end" is no heading and no anchor of g/a.md.',
      suggestion: '#12a-end',
      fixed: '# A\n\n[x](#12a-end)\n\n## 12. All\n\n### 12a. End\n',
    },
  },
});
