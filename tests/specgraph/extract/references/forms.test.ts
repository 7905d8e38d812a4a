/**
 * The reference grammar: a line as an author writes it, and the references it must give.
 * Notation of a reference: kind value @owner; "." is the document itself, "?" marks one that may stay unresolved.
 * Adding a case is adding a row.
 */
import { describe, expect, test } from 'vitest';
import { parseConfig, type Owner, type RawReference, type SpecConfig } from '#specgraph';
import { extractor } from '../../../../src/specgraph/extract/document.ts';

const options = {
  documentNumber: String.raw`^(\d\d)-`,
  documentPrefix: 'spec',
  names: { pattern: String.raw`(?<![\w-])(?:FL|ML)_[A-Z0-9][A-Z0-9_]*(?<!_)(?![\w*{<])`, attributes: [] },
  stepSequences: [
    { component: 'SuperLink', document: '01', name: 'boot sequence' },
    { component: 'SuperNode', document: '02', name: 'boot sequence' },
  ],
  phases: [{ number: '9', name: 'Edge', dependsOn: [], finished: true }],
  requirements: [{ id: 'ORCH-03', title: 'scaling' }],
};
const parsed = parseConfig(options, []) as { config: SpecConfig };
const read = extractor('spec', parsed.config);

function shown(reference: RawReference): string {
  const owner = ownerShown(reference.owner);
  const owned = reference.kind === 'section' || reference.kind === 'step';
  const series = ['chapter', 'part'].includes(reference.series ?? '') ? `/${reference.series}` : '';
  const value = reference.by ? `by ${reference.by} "${reference.value}"` : reference.value;
  const item = reference.item === undefined ? '' : `(${reference.item})`;
  return `${reference.kind}${series} ${value}${item}${owned ? ` @${owner}` : ''}${reference.unsure ? '?' : ''}${reference.component ? ` ${reference.component}` : ''}`;
}

/** Words that may be a title are followed by what is the owner if they are none. */
function ownerShown(owner: Owner): string {
  if (owner.kind === 'current') return '.';
  if (owner.kind === 'title') return `${owner.name} or ${owner.otherwise}`;
  return owner.mayBeCurrent ? `${owner.name} or .` : owner.name;
}

function referencesIn(markdown: string): string[] {
  return read({ path: 'spec/08-x.md', text: `${markdown}\n` }).references.map(shown);
}

const LINK = '[`spec/14-edge.md`](14-edge.md)';
const AT14 = './14-edge.md';

const CASES: [line: string, references: string[]][] = [
  // a link by label; of two definitions of a label the first counts
  ['The [edge][e], Section 3.\n\n[e]: 14-edge.md\n[e]: 02-x.md', [`section 3 @${AT14}`]],
  ['The [edge], Section 3.\n\n[EDGE]: 14-edge.md', [`section 3 @${AT14}`]],
  // numbers
  ['See Section 6d.', ['section 6d @.']],
  ['See Section 4.2.', ['section 4.2 @.']],
  ['See Section 10o for more.', ['section 10o @.']],
  ['See section 4 above.', ['section 4 @.']],
  ['§10o says it.', ['section 10o @.']],
  ['§§ 3 and 4 say it.', ['section 3 @.', 'section 4 @.']],
  ['See Appendix A.', ['section A @.']],
  ['See Appendices A and C.', ['section A @.', 'section C @.']],
  // lists and ranges
  ['Sections 3, 4 and 7 say it.', ['section 3 @.', 'section 4 @.', 'section 7 @.']],
  ['Sections 3, 4, and 7 say it.', ['section 3 @.', 'section 4 @.', 'section 7 @.']],
  ['Sections 6-9.', ['section 6 @.', 'section 7 @.?', 'section 8 @.?', 'section 9 @.']],
  ['Sections 6 to 8.', ['section 6 @.', 'section 7 @.?', 'section 8 @.']],
  ['Sections 6a-6c.', ['section 6a @.', 'section 6b @.?', 'section 6c @.']],
  ['Sections 3.2-3.4.', ['section 3.2 @.', 'section 3.3 @.?', 'section 3.4 @.']],
  ['Section 6-7.', ['section 6 @.', 'section 7 @.']],
  // a single "Section" takes one number: what follows is a count
  ['Section 4 and 15 variables.', ['section 4 @.']],
  ['Section 3, 500 ms.', ['section 3 @.']],
  ['Section 2 and 9.', ['section 2 @.', 'section 9 @.']],
  ['Section 2.1 or 2.9 applies.', ['section 2.1 @.', 'section 2.9 @.']],
  ['Both Sections 2 and 9 apply.', ['section 2 @.', 'section 9 @.']],
  ['See §§2, 9.', ['section 2 @.', 'section 9 @.']],
  ['Sections 3, 4 and 15 variables.', ['section 3 @.', 'section 4 @.']],
  ['Sections 3 and 4 more.', ['section 3 @.']],
  ['Sections 3 and 4 pass but a line shows.', ['section 3 @.', 'section 4 @.']],
  ['Section 6(d) and Section 6(3).', ['section 6(d) @.', 'section 6(3) @.']],
  // words for sections, in any letter case
  ['See Sec. 9, Sect. 9 and sec 9.', ['section 9 @.', 'section 9 @.', 'section 9 @.']],
  ['See Sects. 7-9.', ['section 7 @.', 'section 8 @.?', 'section 9 @.']],
  ['See clause 9 and Clauses 2 and 3.', ['section 9 @.', 'section 2 @.', 'section 3 @.']],
  ['See chapter 9.', ['section/chapter 9 @.']],
  ['What follows from Part 4.', ['section/part 4 @.']],
  ['See appendix B, Annex C and ANNEX D.', ['section B @.', 'section C @.', 'section D @.']],
  ['See Appendix A.7 and Section A.7.', ['section A.7 @.', 'section A.7 @.']],
  ['In this Section I show it.', []],
  ['All rules in Part I also hold.', ['section/part 1 @.']],
  ['In this Part I also show it.', []],
  // a label that only a tool defines is an anchor of the set
  ['As in RFC 5280, see [Section 5.7][57-limits].', ['section 5.7 @.?']],
  ['As in RFC 5280, see [Section 5.7][limits].', []],
  ['It waits 30 sec 9 times.', []],
  // a part of the section named before
  ['See Section 5.4.1, Subsection 3.6.', ['section 5.4.1 @.']],
  // owners named before
  [`${LINK}, Section 3.`, [`section 3 @${AT14}`]],
  [`${LINK} Section 3.`, [`section 3 @${AT14}`]],
  [`${LINK}, Sections 6-7.`, [`section 6 @${AT14}`, `section 7 @${AT14}`]],
  ['spec/14 Section 3.', ['document spec/14', 'section 3 @spec/14']],
  ['(spec/03, Section 10o)', ['document spec/03', 'section 10o @spec/03']],
  ['`spec/14-edge.md`, Section 3.', ['document spec/14-edge.md', 'section 3 @spec/14-edge.md']],
  ['`spec/14` says so in Section 3.', ['document spec/14', 'section 3 @spec/14']],
  ['spec/14 and spec/12, Section 7.', ['document spec/14', 'document spec/12', 'section 7 @spec/12']],
  // owners named after
  ['Section 3 of spec/14.', ['document spec/14', 'section 3 @spec/14']],
  [`Section 3 of ${LINK}.`, [`section 3 @${AT14}`]],
  ['Sections 3 and 4 in spec/14.', ['document spec/14', 'section 3 @spec/14', 'section 4 @spec/14']],
  ['Section 3 (spec/14) says.', ['document spec/14', 'section 3 @spec/14']],
  ['See guide.md, Section 9.', ['document guide.md', 'section 9 @guide.md']],
  ['Section 9 of guide.md.', ['document guide.md', 'section 9 @guide.md']],
  ['In the file guide.md, Section 9.', ['document guide.md', 'section 9 @guide.md']],
  ['Section 9 of [the guide](guide.md).', ['section 9 @./guide.md']],
  ['Appendix B of the [guide](guide.md).', ['section B @./guide.md']],
  ['Section 4 ("Keys") of [the guide](guide.md).', ['section 4 @./guide.md']],
  ['Section 3 and Section 4 of [the guide](guide.md).', ['section 3 @./guide.md', 'section 4 @./guide.md']],
  [
    'Appendix B, and Section 4 of [the guide](guide.md).',
    ['section B @./guide.md or .', 'section 4 @./guide.md'],
  ],
  // a name before a number is that of the number, whatever stands behind the next one
  [
    'See spec/02, Section 3 and Section 4 of spec/14.',
    ['document spec/02', 'document spec/14', 'section 3 @spec/02', 'section 4 @spec/14'],
  ],
  ['RFC 5280, Section 3, and Section 4 of [the guide](guide.md).', ['section 4 @./guide.md']],
  [
    'Section 2 of this document, Section 3 and Section 4 of [the guide](guide.md).',
    ['section 2 @.', 'section 3 @./guide.md', 'section 4 @./guide.md'],
  ],
  ['Read [the guide](guide.md). Section 9 of it tells more.', ['section 9 @./guide.md']],
  ['- [Guide](guide.md)\n  - Section 9: details', ['section 9 @./guide.md']],
  // words before the number that are no title
  ['> [!NOTE]\n> See Section 9.', ['section 9 @.']],
  ['**Note** See Section 9.', ['section 9 @.']],
  ['Note: See Section 9.', ['section 9 @.']],
  ['Tokens are short-lived — See Section 9.', ['section 9 @.']],
  // the document itself, in spite of another one before
  ['Unlike spec/14, Section 3 of this document is short.', ['document spec/14', 'section 3 @.']],
  ['As spec/14 says, Section 3 above is short.', ['document spec/14', 'section 3 @.']],
  ['spec/14 differs from this document, Section 3.', ['document spec/14', 'section 3 @.']],
  ['spec/14 differs, but Section 3 of this specification does not.', ['document spec/14', 'section 3 @.']],
  ['See spec/14 and Section 3 below.', ['document spec/14', 'section 3 @.']],
  ['See [above](#x), Section 3, not spec/14.', ['document spec/14', 'section 3 @.']],
  // the head of a paragraph
  ['**Section 3 – Terms.** See Section 4.', ['section 4 @.']],
  ['**Step 3: Start.** See Step 4.', ['step 4 @.']],
  ['**Section 3** says it.', ['section 3 @.']],
  // links
  [`[Section 3](14-edge.md)`, [`section 3 @${AT14}`]],
  ['[Section 3](#3-x)', []],
  ['[the guide](https://example.org) Section 3', []],
  // a name that follows without "of" owns nothing
  ['Section 3 is longer than spec/14.', ['document spec/14', 'section 3 @.']],
  ['See Section 9 and RFC 2119.', ['section 9 @.']],
  // sentences are borders
  ['See spec/14. Section 3 is here.', ['document spec/14', 'section 3 @.']],
  ['See spec/14, e.g. Section 3.', ['document spec/14', 'section 3 @spec/14']],
  ['It needs spec/14 (cf. Section 3).', ['document spec/14', 'section 3 @spec/14']],
  // works outside the set
  ['RFC 5280 Section 4.2.', []],
  ['RFC 5280, Section 4.2, and Section 3.', []],
  ['ISO/IEC 27001, Section 6.', []],
  ['Section 7 of the OpenNebula documentation.', ['section 7 @OpenNebula documentation or outside']],
  ['Section 4.2 of RFC 5280.', []],
  ['Section 3 and Section 4 of RFC 5280.', []],
  ['Sections 3 and 4, respectively, of NIST SP 800-56A.', []],
  ['Section 4.2 ("Keys") of RFC 5280.', []],
  ['Section 4.2, RFC 5280.', []],
  ['See rfc5280 section 9.', []],
  ['See BCP 47, Section 9.', []],
  ['17 U.S.C. § 107 applies.', []],
  ['See draft-ietf-quic-http-34, Section 9.', []],
  // a citation: the number is the cited work's
  ['See \\[[GFM](#GFM)\\], §6.6.', []],
  ['See [GFM](#GFM), §6.6.', []],
  ['[\\[Meyers96\\]](#meyers96) §11.', []],
  // sections by title or place
  ['See the section "Retry rules" below.', ['section by title "Retry rules" @.']],
  ['See the "Retry rules" section.', ['section by title "Retry rules" @.?']],
  ['See section *Retry rules* above.', ['section by title "Retry rules" @.']],
  ['The Retry rules section.', []],
  ['See the Retry rules section.', ['section by title "Retry rules" @.?']],
  ['See the next section.', ['section by place "next" @.?']],
  // comments in code
  ['```yaml\ntool: x # See Section 9.\n```', ['section 9 @.']],
  ['```js\n// see §3.14.6\ncall();\n```', ['section 3.14.6 @.']],
  ['```sh\n# RFC 3986\n# Section 4\n```', []],
  ['```js\nconst url = "https://x.org/Section 9";\n```', []],
  ['Section 3 (2) of the Baseline Requirements.', ['section 3(2) @Baseline Requirements or outside']],
  ['NIST SP 800-57, Section 5.3.', []],
  ['Section 3 in the OpenNebula guide.', ['section 3 @OpenNebula guide or outside']],
  ['As in the CommonMark Section 2.', []],
  // a title before the number may own it: nothing is said where the number does not exist
  ['Read Flower Basics, Section 3.', ['section 3 @Flower Basics or maybe-current']],
  ['See the Relay specification, Section 4.', ['section 4 @Relay specification or maybe-current']],
  ['As in OpenID Connect Core 1.0, Section 9.', ['section 9 @OpenID Connect Core 1.0 or outside']],
  ['STIX 2.1 Section 9 says so.', ['section 9 @STIX 2.1 or outside']],
  ['See `guide` Section 9.', ['section 9 @guide or maybe-current']],
  // what comes after the number ends it
  ['Section 3rd and Section 4x5.', []],
  ['Section 3, of which more.', ['section 3 @.']],
  ['(Section 3)(Section 4)', ['section 3 @.', 'section 4 @.']],
  ['Subsection 3 and SECTION 4.', ['section 3 @.', 'section 4 @.']],
  ['Sections 3 & 4.', ['section 3 @.', 'section 4 @.']],
  ['Sections 6 through 8.', ['section 6 @.', 'section 7 @.?', 'section 8 @.']],
  ['Sections 6–8.', ['section 6 @.', 'section 7 @.?', 'section 8 @.']],
  ['Sections 1-3 and 6a.', ['section 1 @.', 'section 2 @.?', 'section 3 @.', 'section 6a @.']],
  // code and comments are no prose
  ['`Section 3`', []],
  ['```text\nSection 3\n```', []],
  ['<!-- Section 3 -->', []],
  // table rows: documents of earlier cells own, earlier sentences of the same cell do not
  [`| a | b |\n|---|---|\n| ${LINK} | Section 3 |`, [`section 3 @${AT14}`]],
  [`| a | b |\n|---|---|\n| Section 3 | ${LINK} |`, ['section 3 @.']],
  ['| a | b |\n|---|---|\n| x | See spec/14. Section 3 too |', ['document spec/14', 'section 3 @.']],
  [
    '| a | b |\n|---|---|\n| spec/14 | Sections 3 and 4 |\n| x | Section 5 |',
    ['document spec/14', 'section 3 @spec/14', 'section 4 @spec/14', 'section 5 @.'],
  ],
  // how far others are with the steps of this document
  [
    '| a | b |\n|---|---|\n| [theirs](https://example.org) | Step 1 is done |\n| [theirs](https://example.org) | Section 1 |',
    ['step 1 @.?'],
  ],
  // a row with a date tells of old numbers
  ['| a | b |\n|---|---|\n| 2024-05-01 | Section 3 |', ['section 3 @.?']],
  [
    '| a | b | c |\n|---|---|---|\n| spec/12 | Section 2 | spec/14, Section 3 |',
    ['document spec/12', 'section 2 @spec/12', 'document spec/14', 'section 3 @spec/14'],
  ],
  // list items are sentences of their own
  ['- spec/14\n- Section 3', ['document spec/14', 'section 3 @.']],
  // across a line end, in a quote
  ['see spec/14,\nSection 3', ['document spec/14', 'section 3 @spec/14']],
  ['> see spec/14,\n> Section 3', ['document spec/14', 'section 3 @spec/14']],
  ['**spec/14**, *Section 3*', ['document spec/14', 'section 3 @spec/14']],
  // abbreviations end no sentence
  [
    'spec/14, i.e. Section 3; cf. Section 4.',
    ['document spec/14', 'section 3 @spec/14', 'section 4 @spec/14'],
  ],
  ['See spec/14! Section 3 is here.', ['document spec/14', 'section 3 @.']],
  ['See `spec/14. Section 9`. Section 3 is here.', ['section 3 @.']],
  // steps
  ['Step 7b.', ['step 7b @.']],
  ['Steps 3-5.', ['step 3 @.', 'step 4 @.?', 'step 5 @.']],
  ['Steps 8, 9 and 14a.', ['step 8 @.', 'step 9 @.', 'step 14a @.']],
  ['spec/02, Step 7.', ['document spec/02', 'step 7 @spec/02']],
  ['Step 7 of spec/02.', ['document spec/02', 'step 7 @spec/02']],
  ['SuperNode boot Step 9.', ['step 9 @. SuperNode']],
  ["the SuperLink's Step 7a", ['step 7a @. SuperLink']],
  ['step 3 of the recipe', ['step 3 @recipe or outside']],
  ['Then step `(5)` follows.', ['step 5 @.']],
  ['It holds, but that step (5) is skipped.', ['step 5 @.']],
  ['That step 12 km long.', []],
  ['On error continue at step 12.', ['step 12 @.']],
  ['Step (2) follows.', ['step 2 @.']],
  ['Steps (1), (2) or (3) fail.', ['step 1 @.', 'step 2 @.', 'step 3 @.']],
  ['Steps 1) through 8) are done.', ['step 1 @.', 'step 8 @.']],
  ['Feature 5 joins steps (3.) and (4.).', ['step 3 @.', 'step 4 @.']],
  ['Do step 3 of the [protocol](#protocol).', ['step 3 @.']],
  ['Section (2) of the act.', []],
  ['- **Step 2**: Start.\n- **Step 3:** End.', []],
  ['### Step 4: Check', []],
  ['### Step 4: Check after Step 3', ['step 3 @.']],
  // phases and requirements
  ['Added in Phase 9.', ['phase 9']],
  ['Phases 1-3 and 9.', ['phase 1', 'phase 2?', 'phase 3', 'phase 9']],
  ['the phase 9 of the moon', []],
  ['It meets ORCH-03.', ['requirement ORCH-03']],
  ['`ORCH-03` in code.', ['requirement ORCH-03']],
  ['ORCH-3, ORCH-033, XORCH-03 and UTF-08.', []],
  // documents
  ['spec/14-edge.md', ['document spec/14-edge.md']],
  ['src/14 and myspec/14 and spec/contracts.', []],
  ['spec/17.', ['document spec/17']],
  // names
  ['`FL_EDGE_BACKOFF`', ['name FL_EDGE_BACKOFF']],
  ['FL_EDGE_BACKOFF in prose.', ['name FL_EDGE_BACKOFF']],
  ['`FL_EDGE_BACKOFF=fixed`', ['name FL_EDGE_BACKOFF']],
  ['`${FL_EDGE_BACKOFF:-x}`', ['name FL_EDGE_BACKOFF']],
  ['`FL_SSL_*`, FL_EDGE_* and `FL_`', []],
  ['`FL_MIN_{FIT,EVALUATE}_CLIENTS`', ['name EVALUATE']],
  ['XFL_EDGE and MY-FL_EDGE', []],
  // words in capitals are candidates in code only: whether they are names is known once all documents are read
  ['`TOKEN` but not TOKEN', ['name TOKEN']],
  ['`YES`', []],
  ['```bash\nexport FL_EDGE_BACKOFF=1 # TOKEN\n```', ['name FL_EDGE_BACKOFF', 'name TOKEN']],
  // headings are prose
  ['## Retry (Phase 9)', ['phase 9']],
];

describe('the reference grammar', () => {
  test.each(CASES)('%j', (line, expected) => {
    expect(referencesIn(line).toSorted()).toEqual(expected.toSorted());
  });

  test('no row is repeated', () => {
    expect(new Set(CASES.map(([line]) => line)).size).toBe(CASES.length);
  });

  test('places are those of the words, also behind markup, escapes and entities', () => {
    const text = 'A \\* &amp; **b** see spec/14, *Section 3*, and\n> Sections 4 and 5.\n';
    const { references } = read({ path: 'spec/08-x.md', text });
    const lines = text.split('\n');
    const words = references.map(({ range }) =>
      lines[range.line - 1].slice(range.column - 1, range.endColumn - 1),
    );
    expect(words).toEqual(['spec/14', 'Section 3', 'Sections 4', '5']);
  });
});
