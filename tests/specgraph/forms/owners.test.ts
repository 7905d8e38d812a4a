/** Who owns a number: the document that holds it, or one that is named before or after it. */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';
import { SETTING } from './setting.ts';

formsTest('a file name in plain words', 'broken-section', SETTING, [
  'See guide.md ⟦Section 9⟧.',
  'See guide.md, ⟦Section 9⟧.',
  'See guide.md § 5 and guide.md ⟦§9⟧.',
  'See guide.md (⟦Section 9⟧).',
  'See guide.md: ⟦Section 9⟧.',
  'See guide.md - ⟦Section 9⟧.',
  'See guide.md — ⟦Section 9⟧.',
  'See ⟦Section 9⟧ of guide.md.',
  'See ⟦Section 9⟧ in guide.md.',
  'See ⟦Section 9⟧ (guide.md).',
  'See ⟦section 9⟧ from guide.md.',
  'See ⟦Section 9⟧, guide.md.',
  'See ⟦Section 9⟧ of the file guide.md.',
  'See ⟦Section 9⟧ in the file `guide.md`.',
  'See ⟦Section 9⟧ of the document guide.md.',
  'See the file guide.md, ⟦Section 9⟧.',
  'In `guide.md`, see ⟦Section 9⟧.',
  '`guide.md` ⟦Section 9⟧ says so.',
  '**guide.md**, ⟦Section 9⟧, says so.',
  '*guide.md* ⟦Section 9⟧ says so.',
  'See ./guide.md, ⟦Section 9⟧.',
  'See "guide.md", ⟦Section 9⟧.',
  'See guide.md#2-install, ⟦Section 9⟧.',
  '- guide.md\n  - ⟦Section 9⟧',
  '- `guide.md`:\n  - Section 5\n  - ⟦Section 9⟧',
  '| a | b |\n|---|---|\n| guide.md | ⟦Section 9⟧ |',
  '| a | b |\n|---|---|\n| `guide.md` | Section 5, ⟦Section 9⟧ |',
  'guide.md, Sections 4, 5 and ⟦9⟧.',
  'guide.md, ⟦Sections 5-7⟧.',
  'See guide.md, Section 5, and relay.md, ⟦Section 5⟧.',
  // silent: all of them exist in the guide, not here
  'See guide.md Section 5.',
  'Section 5 of guide.md.',
  'In `guide.md`, see Section 6.',
  '`guide.md`, Sections 4–6',
  'guide.md: §5',
  'See `guide.md`. Section 3 is here.',
  'In guide.md, Section 2.1 and Section 6 say it.',
  'package.json, Section 3.',
  'index.html, Section 9.',
  'manual.pdf, Section 9.',
]);

formsTest('a file that the set lacks', 'unknown-document', SETTING, [
  'See nope.md ⟦Section 9⟧.',
  'See nope.md, ⟦Section 9⟧.',
  'See ⟦Section 9⟧ of nope.md.',
  'See ⟦Section 2⟧ of `nope.md`.',
  'In `nope.md`, ⟦Section 1⟧.',
  'See **nope.md**, ⟦Section 1⟧.',
  '- See the file nope.md, ⟦Section 1⟧.',
  '| a | b |\n|---|---|\n| x | nope.md, ⟦Section 1⟧ |',
  // silent
  'The tool writes nope.md with three sections.',
  'Create `nope.md`; then Section 2 applies.',
]);

formsTest('a link', 'broken-section', SETTING, [
  '[Guide](guide.md), ⟦Section 9⟧.',
  '[Guide](guide.md) ⟦Section 9⟧.',
  '[Guide](guide.md) (⟦Section 9⟧).',
  '[Guide](guide.md): ⟦Section 9⟧.',
  '[Guide](guide.md) — ⟦Section 9⟧.',
  '[`guide.md`](guide.md) ⟦§9⟧.',
  '⟦Section 9⟧ of [the guide](guide.md).',
  '⟦Section 9⟧ of the [guide](guide.md).',
  '⟦Section 9⟧ in [The Guide](guide.md).',
  '⟦Section 9⟧ in [our guide](guide.md).',
  '⟦Section 9⟧ of [a guide](guide.md).',
  '⟦Section 9⟧ of our [guide](guide.md).',
  '⟦Section 9⟧ ([guide](guide.md)).',
  '⟦Section 9⟧ of *[the guide](guide.md)*.',
  '⟦Appendix B⟧ of [the guide](guide.md).',
  'Sections 4 and ⟦9⟧ of [the guide](guide.md).',
  'Section 4 and ⟦Section 9⟧ of [the guide](guide.md).',
  '[⟦Section 9⟧](guide.md)',
  '[Guide, ⟦Section 9⟧](guide.md)',
  '[⟦Section 9⟧ of the guide](guide.md)',
  '[Guide][g], ⟦Section 9⟧.\n\n[g]: guide.md',
  '[Guide][], ⟦Section 9⟧.\n\n[guide]: guide.md',
  'Read [the guide](guide.md). ⟦Section 9⟧ of it tells more.',
  'Read [the guide](guide.md); its ⟦Section 9⟧ tells more.',
  'Read [the guide](guide.md), in particular ⟦Section 9⟧.',
  'Read [the guide](guide.md). In its ⟦Section 9⟧ there is more.',
  '- [Guide](guide.md)\n  - ⟦Section 9⟧: details',
  '- [Guide](guide.md):\n  - Section 5\n  - ⟦Section 9⟧',
  '- [Guide](guide.md)\n  1. ⟦Section 9⟧',
  '- [Guide](guide.md)\n  - Parts:\n    - ⟦Section 9⟧',
  '- **[Guide](guide.md)**\n  - ⟦Section 9⟧',
  '- See [Guide](guide.md)\n  - ⟦Section 9⟧',
  '| a | b |\n|---|---|\n| [Guide](guide.md) | ⟦Section 9⟧ |',
  '> See [Guide](guide.md),\n> ⟦Section 9⟧.',
  'See <guide.md>, ⟦Section 9⟧.',
  'See [Guide](guide.md#2-install), ⟦Section 9⟧.',
  'See ⟦Section 9⟧ and [the site](https://example.org/).',
  'See ⟦Section 9⟧ and [the guide](guide.md).',
  'See ⟦Section 9⟧, then [the guide](guide.md).',
  'See ⟦Section 9⟧ or RFC 2119.',
  'See ⟦Section 9⟧; RFC 2119 has words.',
  'See ⟦Section 9⟧ which uses [RFC2119].\n\n[RFC2119]: https://example.org',
  'See ⟦Section 9⟧ for the keywords of RFC 2119.',
  'See ⟦Section 9⟧ before you read [the guide](guide.md).',
  'See ⟦Section 9⟧ above, not [the guide](guide.md).',
  'Unlike [the guide](guide.md), ⟦Section 9⟧ of this document is short.',
  '[Guide](guide.md) differs: ⟦Section 9⟧ below is short.',
  'See [Terms](#2-terms), ⟦Section 9⟧.',
  // silent: they exist in the guide
  '[Guide](guide.md), Section 5.',
  'Section 5 of [the guide](guide.md).',
  'Read [the guide](guide.md). Section 5 of it tells more.',
  'Read [the guide](guide.md). Its Section 5 tells more.',
  'Read [the guide](guide.md). There, Section 5 tells more.',
  '- [Guide](guide.md)\n  - Section 5',
  '- [Guide](guide.md): an aim\n  - Section 5',
  'The [guide](guide.md) has Sections 4, 5 and 6.',
  'Section 5 is explained in [the guide](guide.md).',
  'Section 5, explained in [the guide](guide.md), holds.',
  'For Section 5 see [the guide](guide.md).',
  'Section 5 [in the guide](guide.md).',
  '[the manual](https://example.org) Section 9',
  'Section 9 of [the manual](https://example.org).',
  'Section 9 [of the manual](https://example.org).',
  '[Section 9](https://example.org)',
  '[§9](https://example.org/a#b)',
  'Section [9](https://example.org/a#b)',
  'Section 9 ([manual](https://example.org)).',
  '- [Manual](https://example.org)\n  - Section 9',
  '- [Manual](https://example.org): a book\n  - Section 9',
  'Read [the manual](https://example.org). Section 9 of it tells more.',
  '| a | b |\n|---|---|\n| [Manual](https://example.org) | Section 9 |',
]);

/** Its headings of the first level are numbered; only the front matter says what it is. */
const RULES_OF_NETS =
  '---\ntitle: Rules of Nets\n---\n\n# 1. Frames\n\n# 2. Peers\n\n# 3. Ports\n\n# 4. Times\n';

formsTest(
  'a document by the title of its front matter',
  'broken-section',
  { files: { ...SETTING.files, 'set/nets.md': RULES_OF_NETS } },
  [
    'See the Rules of Nets, ⟦Section 9⟧.',
    'See ⟦Section 9⟧ of the Rules of Nets.',
    // silent
    'See the Rules of Nets, Section 4.',
    'See Section 4 of the Rules of Nets.',
  ],
);

formsTest('a document by its title', 'broken-section', SETTING, [
  'See the Relay specification, ⟦Section 9⟧.',
  'See ⟦Section 9⟧ of the Relay specification.',
  'See the "Relay" specification, ⟦Section 9⟧.',
  'See *Relay*, ⟦Section 9⟧.',
  'See **Relay** ⟦Section 9⟧.',
  'The Relay spec (⟦Section 9⟧) says so.',
  'See the Relay document, ⟦Section 9⟧.',
  // silent
  'See the Relay specification, Section 4.',
  'See Section 4 of the Relay specification.',
  'See Section 4 of Relay.',
  'See Relay, Section 4.',
  'See the Relay spec (Section 4).',
  'In the Relay specification, the rule of Section 4 holds.',
  'See the Bridge specification, Section 9.',
  'See Section 9 of the Bridge specification.',
  'See *Bridge*, Section 9.',
  'See Bridge Core 1.0, Section 9.',
]);

formsTest('works outside the set', [], SETTING, [
  'RFC 5280 Section 4.2.',
  'RFC5280, Section 4.2.',
  'RFC 5280 (Section 4.2).',
  '[RFC 5280](https://example.org), Section 4.2.',
  '[RFC5280], Section 4.2.',
  '[RFC5280] §4.2.',
  'Section 4.2 of [RFC5280].',
  '[[RFC5280]], Section 4.2.\n\n[RFC5280]: https://example.org',
  'Section 4.2 of RFC 5280.',
  'Section 4.2 in RFC 5280.',
  'Section 4.2 of the RFC.',
  'Section 4.2 (RFC 5280).',
  'RFC 5280: Section 4.2.',
  'RFC 5280 - Section 4.2.',
  'RFC 5280 and its Section 4.2.',
  'BCP 47, Section 9.',
  'STD 66, Section 9.',
  'OpenID Connect Core 1.0, Section 9.',
  'STIX 2.1 Section 9.',
  'STIX 2.1, §9.',
  'JSON Schema 2020-12, Section 9.',
  'Unicode 15.1, Section 9.',
  'The C99 standard, Section 9.',
  'C++17 §9.',
  'As the C# specification, sections 9.3 and 9.4, says.',
  'Regulation (EU) 2015/1502 section 9.',
  'As [HAIP] Section 2 says, the profile in Section 9 holds, and Sections 7 and 8.',
  "'[HAIP] Section 9' is its heading. This does not include sections 9.1, 9.2, and 9.3.",
  'It stands in the ARF main text (Section 9).',
  'See the ARF main document, section 9.',
  'Section 9.1 the [Trust Mark Specification] covers it.',
  'See Annex V and Annex X.',
  '| a | b |\n|---|---|\n| September 22, 2015 | Updated Section 9 |',
  '| a | b |\n|---|---|\n| 22 Sep 2015 | Updated Section 9 |',
  '| a | b |\n|---|---|\n| 22/09/2015 | Updated Section 9 |',
  'ECMAScript 2023, Section 9.',
  'ECMA-262, Section 9.',
  'HTML5, Section 9.',
  'IEEE 802.11, Section 9.',
  'IEEE Std 754-2019, Section 9.',
  'ISO 8601, Section 9.',
  'ISO/IEC 14882:2020, clause 9.',
  'NIST SP 800-57 Part 1, Section 9.',
  'FIPS 186-4, Section 9.',
  'PKCS #11, Section 9.',
  'PKCS#1 v2.2, Section 9.',
  'ANSI X9.62, Section 9.',
  'W3C XML Schema Part 2, Section 9.',
  'POSIX.1-2017, Section 9.',
  'CommonMark 0.30, Section 9.',
  '17 U.S.C. § 107.',
  '47 CFR § 9.',
  '5 C.F.R. §9.',
  'Cal. Civ. Code § 1798.',
  'GDPR Article 6, Section 9.',
  'HIPAA § 164.',
  'Directive 2014/53/EU, Section 9.',
  'draft-ietf-quic-http-34, Section 9.',
  'Section 9 of draft-ietf-quic-http.',
  '[Meyers97] §13.',
  '[Knuth, Section 9]',
  'Knuth (1997), Section 9.',
  'Lamport et al., Section 9.',
  'See the Linux kernel documentation, Section 9.',
  'See Section 9 of the OpenNebula documentation.',
  'See Section 9 of the paper.',
  'See Section 9 of that paper.',
  'See Section 9 of their manual.',
  'See Section 9 of the Baseline Requirements.',
  'See section 9 of the TLS 1.3 specification.',
  'See section 9 in the HTTP spec.',
  'See section 9 on page 40 of the manual.',
  'See Section 9 ("Keys") of RFC 5280.',
  'See Sections 8 and 9 of RFC 5280.',
  'See Section 8, Section 9 and Section 10 of RFC 5280.',
  'RFC 5280, Section 8 and Section 9.',
  'RFC 5280, Sections 8, 9 and 10.',
  'See RFC 5280, Section 8, or its Appendix B.',
  'See [GFM](#GFM), §6.6.\n\n<a name="GFM"></a>GFM',
  'See \\[[GFM](#GFM)\\], §6.6.\n\n<a name="GFM"></a>GFM',
  'See [[1](#ref-1)], Section 9.\n\n<a name="ref-1"></a>One',
  'See [1, Section 9].',
  'See [1], Section 9.',
  'See [12] §9.',
  'See <https://example.org>, Section 9.',
  'See https://example.org, Section 9.',
  'See example.org, Section 9.',
  '> RFC 5280, Section 9',
  '- RFC 5280\n  - Section 9',
  '- [RFC 5280](https://example.org)\n  - Section 9: keys',
  '| a | b |\n|---|---|\n| RFC 5280 | Section 9 |',
  'Published 2024 in Section 9 of the Gazette.',
  'MIT License, Section 9.',
  'Apache License 2.0, Section 9.',
  'GPLv3 Section 9.',
  'Section 9 of the Apache License.',
  'Section 9 of GPLv3.',
  'the act, Section 9.',
]);

formsTest('a link to the list of references of the page', 'broken-section', SETTING, [
  'As Section 9.3 of [Wire Schema](#2-terms) and Section 9 of the [Wire Schema](#2-terms) say.',
  'As ⟦Section 9⟧ of this document says.',
]);

formsTest('a link to another site whose words name no work', 'broken-section', SETTING, [
  'It names the [members of the team](https://example.org/team) that did it, as required by ⟦Section 9⟧.',
  'It names the [members of the team](https://example.org/team) (see Section 9).',
  'By the [terms of the standard](https://example.org/x) it says in Section 9.',
  'By the [Team Book](https://example.org/x) it is done as said in Section 9.',
  'By the [act](https://example.org/x) it is done as said in Section 9.',
  'As Section 9 of the [rules of the team](https://example.org/x) says.',
]);

const CHANGES = {
  files: {
    'set/own.md': `# Own

## 1. Scope

## 2. Additions and Changes to the Main Document

${HERE}

### 2.1 Details

Update Section 9.

## 3. References

- *A Book*. Section 9: Words.
`,
  },
};

formsTest('sections that tell of other documents', 'broken-section', CHANGES, [
  'See [Own](own.md), ⟦Section 9⟧.',
  'See ⟦Section 9⟧ of this document.',
  // silent
  'Update Section 9.5 (Words) to reflect it.',
]);

const OWN_CHANGES = {
  files: {
    'set/own.md': `# Changes to the Rules\n\n## 1. Scope\n\n## 2. Changes to this policy\n\n${HERE}\n`,
  },
};

formsTest('sections that tell of changes of their own document', 'broken-section', OWN_CHANGES, [
  'See ⟦Section 9⟧.',
]);

formsTest('abbreviations and cited works before the number', 'broken-section', SETTING, [
  'Note that ⟦Section 9⟧ is short.',
  'See ⟦Section 9⟧, which *says More Words*.',
  'The *Important Rule* of ⟦Section 9⟧ holds.',
  // silent
  'GPP Section 9 need not be included. See [the guide](guide.md).',
  'It is met as in ARF Section 9.',
  "It is said in '[HAIP] Section 9', and [OpenID4VCI] Section 9 says it.",
  'See *A Specification of Ledgers*, SL-D1 v1.21 (2020-07-23), §9.5.',
  'See *The Book of Words* (2020), Section 9.',
  'See Section 9 titled "Development" of the Secure Contexts work.',
]);

formsTest('a number that stands behind that of another work', 'broken-section', SETTING, [
  '[HAIP] Section 2 says it. See ⟦Section 9⟧.',
  '[HAIP] Section 2 says it, and so does ⟦Section 9⟧ of this document.',
  'See ⟦Section 9⟧ and [HAIP] Section 2.',
  'See ⟦Annex C⟧.',
  '| a | b |\n|---|---|\n| September 22 | See ⟦Section 9⟧ |',
]);
