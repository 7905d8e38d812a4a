/** Tables and figures by the numbers of their captions. */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';

const CAPTIONS = {
  files: {
    'set/own.md': `# Own

## 1 Scope

${HERE}

Table 1: Types

| x |
|---|
| y |

**Table 2.** More types

Figure 1 – A picture

![Figure 2: A picture](https://example.org/a.png)

Figure 9: A picture
`,
    'set/guide.md': `# Guide

###### Table 3-1. Types

###### Table 3-2: More

**Figure A-1 Words of an appendix**

**Figure A-2 More words**
`,
  },
};

formsTest('numbers of captions', 'undefined-mention', CAPTIONS, [
  'See ⟦Table 3⟧.',
  'See ⟦table 7⟧ and Table 2.',
  'See Tables 1, 2 and ⟦3⟧.',
  '- (see ⟦Table 3⟧)',
  '> As ⟦Tbl. 3⟧ says.',
  '| a |\n|---|\n| ⟦Table 3⟧ |',
  'See ⟦Table 3-3⟧ of [the guide](guide.md).',
  'See guide.md, ⟦Table 3-9⟧.',
  'See guide.md, ⟦Figure A-3⟧.',
  'See ⟦Table 3⟧ of this document.',
  // they exist
  'See Table 1, table 2 and Figures 1 and 2.',
  'See Tables 1-2.',
  'See Tables 3-1 and 3-2 of guide.md and Figure A-2 in guide.md.',
  // the figures of this document do not count on: a picture may have no caption
  'See Figure 3 and Figure 12.',
  // no caption has such a number here
  'See Table 3-1.',
  // of other works
  'See Table 3 of RFC 5280.',
  'See RFC 5280, Table 3.',
  'See [RFC 5280](https://example.org/rfc) Table 3.',
  // a count, and a word
  'Each table 9 rows has, and this table 9 of them.',
  '`Table 3`',
]);

const PLACES = {
  files: {
    'set/own.md': `# Own

![a picture](https://example.org/a.png)
Figure 1

Figure 2
![a picture](https://example.org/b.png)

<p align="center">Figure 3. A picture</p>

**Table 1 – All in bold**

Table 2.1-1: Types

Table 2.1-2: More

${HERE}
`,
  },
};

formsTest('captions beside a picture, in HTML, and counted within a section', 'undefined-mention', PLACES, [
  'See ⟦Figure 4⟧.',
  'See ⟦Table 2.1-3⟧.',
  'See Tables 2.1-1, 2.1-2 and ⟦2.1-3⟧.',
  // silent
  'See Figures 1, 2 and 3.',
  'See Tables 2.1-1 and 2.1-2.',
  'See Table 2.2-9.',
]);
