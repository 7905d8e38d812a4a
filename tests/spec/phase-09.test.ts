/** Removes each integration of Phase 9 from the specification: each loss must be an error that names its place. */
import { describe, expect, test } from 'vitest';
import { realSpecification } from '../helpers/real-specification.ts';

const spec = await realSpecification();

const REFERENCE = 'spec/03-contextualization-reference.md';
const SUPERNODE = 'spec/02-supernode-appliance.md';
const ORCHESTRATION = 'spec/08-single-site-orchestration.md';
const OVERVIEW = 'spec/00-overview.md';

interface Loss {
  integration: string;
  file: string;
  /** Section (number or heading) whose text is changed; the whole document without one. */
  section?: string;
  /** What is taken out, and what stands there instead. */
  remove: string | RegExp;
  instead?: string;
  /** Words that the finding must contain: what is missing, and in which section. */
  says: RegExp;
}

const LOSSES: Loss[] = [
  // spec/03
  {
    integration: '03 Section 1: scope',
    file: REFERENCE,
    section: 'Scope',
    remove: /Phase 9|\| 9 \|.*\n/g,
    says: /Phase 9 in the scope.*Section Scope/,
  },
  {
    integration: '03 Section 1: SuperNode count',
    file: REFERENCE,
    section: 'Variable Count Summary',
    remove: /(SuperNode parameters \| 4 \| )15/,
    instead: '$113',
    says: /13 for "SuperNode parameters"|SuperNode count of 15/,
  },
  {
    integration: '03 Section 1: Phase 9 row',
    file: REFERENCE,
    section: 'Variable Count Summary',
    remove: /\| of which Phase 9.*\n/,
    says: /Phase 9 row with 2 variables in Section Variable Count Summary/,
  },
  {
    integration: '03 Section 1: total',
    file: REFERENCE,
    section: 'Variable Count Summary',
    remove: /(\*\*Total\*\* \| all \| )48/,
    instead: '$146',
    says: /total of 48 in Section Variable Count Summary|46 for "Total"/,
  },
  {
    integration: '03 Section 4: sentence on 15 variables',
    file: REFERENCE,
    section: '4',
    remove: '15 variables configure',
    instead: '13 variables configure',
    says: /15 SuperNode variables in Section 4|"13 variables/,
  },
  {
    integration: '03 Section 4: rows #14-15 named as those of Phase 9',
    file: REFERENCE,
    section: '4',
    remove: 'Rows #14-15 belong to Phase 9',
    instead: 'two rows are new',
    says: /names rows #14-15 as those of Phase 9 in Section 4/,
  },
  {
    integration: '03 Section 4: row #14',
    file: REFERENCE,
    section: '4',
    remove: /^\| 14 \| `FL_EDGE_BACKOFF`.*\n/m,
    says: /row #14 .* in Section 4/,
  },
  {
    integration: '03 Section 4: row #15',
    file: REFERENCE,
    section: '4',
    remove: /^\| 15 \| `FL_EDGE_MAX_BACKOFF`.*\n/m,
    says: /row #15 .* in Section 4/,
  },
  {
    integration: '03 Section 4: block line FL_EDGE_BACKOFF',
    file: REFERENCE,
    section: 'SuperNode USER_INPUT Block (Copy-Paste Ready)',
    remove: /^.*FL_EDGE_BACKOFF = .*\n/m,
    says: /FL_EDGE_BACKOFF .*no USER_INPUT block in spec\/03.*Section 4/,
  },
  {
    integration: '03 Section 4: block line FL_EDGE_MAX_BACKOFF',
    file: REFERENCE,
    section: 'SuperNode USER_INPUT Block (Copy-Paste Ready)',
    remove: /^.*FL_EDGE_MAX_BACKOFF = .*\n/m,
    says: /FL_EDGE_MAX_BACKOFF .*no USER_INPUT block in spec\/03.*Section 4/,
  },
  {
    integration: '03 Section 4: Phase 9 comment of the block',
    file: REFERENCE,
    section: 'SuperNode USER_INPUT Block (Copy-Paste Ready)',
    remove: /^\s*# Phase 9.*\n/m,
    says: /under a Phase 9 comment/,
  },
  {
    integration: '03 Section 4: reference to spec/14',
    file: REFERENCE,
    section: '4',
    remove: /\[`spec\/14[^)]*\)/g,
    instead: 'another document',
    says: /Section 4 of spec\/03.*refers to spec\/14.*Section 3/,
  },
  {
    integration: '03 Section 8: rule FL_EDGE_BACKOFF',
    file: REFERENCE,
    section: 'Validation Rules by Variable',
    remove: /^\| `FL_EDGE_BACKOFF`.*\n/m,
    says: /FL_EDGE_BACKOFF .*no validation rule in spec\/03.*Section 8/,
  },
  {
    integration: '03 Section 8: rule FL_EDGE_MAX_BACKOFF',
    file: REFERENCE,
    section: 'Validation Rules by Variable',
    remove: /^\| `FL_EDGE_MAX_BACKOFF`.*\n/m,
    says: /FL_EDGE_MAX_BACKOFF .*no validation rule in spec\/03.*Section 8/,
  },
  {
    integration: '03 Section 8: check FL_EDGE_BACKOFF',
    file: REFERENCE,
    section: 'Validation Pseudocode',
    remove: /^\s*check_enum FL_EDGE_BACKOFF.*\n/m,
    says: /check of FL_EDGE_BACKOFF after the Phase 8 block in Section Validation Pseudocode/,
  },
  {
    integration: '03 Section 8: check FL_EDGE_MAX_BACKOFF',
    file: REFERENCE,
    section: 'Validation Pseudocode',
    remove: /^\s*check_pattern FL_EDGE_MAX_BACKOFF.*\n/m,
    says: /check of FL_EDGE_MAX_BACKOFF after the Phase 8 block in Section Validation Pseudocode/,
  },
  {
    integration: '03 Section 10o: the note',
    file: REFERENCE,
    section: '10o',
    remove: /[\s\S]+/,
    says: /Section 10o/,
  },
  {
    integration: '03 Section 10o: discovery loop only',
    file: REFERENCE,
    section: '10o',
    remove: /Step 7/g,
    instead: 'the boot',
    says: /Step 7 in Section 10o/,
  },
  {
    integration: "03 Section 10o: not Flower's reconnection",
    file: REFERENCE,
    section: '10o',
    remove: 'does not touch',
    instead: 'also touches',
    says: /reconnection.*in Section 10o/,
  },
  {
    integration: '03 Section 10o: maximum ignored when fixed',
    file: REFERENCE,
    section: '10o',
    remove: '`FL_EDGE_MAX_BACKOFF` is ignored',
    instead: 'the cap holds',
    says: /ignored with fixed, always 10 s in Section 10o/,
  },
  {
    integration: '03 Section 10o: no effect on a standard SuperNode',
    file: REFERENCE,
    section: '10o',
    remove: 'accepts and validates both, without visible effect',
    instead: 'uses both',
    says: /standard SuperNode accepts both without effect in Section 10o/,
  },
  {
    integration: '03 Section 10o: reference to spec/14',
    file: REFERENCE,
    section: '10o',
    remove: /\[`spec\/14[^)]*\), Section 3/,
    instead: 'another document',
    says: /Section 10o of spec\/03.*spec\/14.*Section 3/,
  },
  {
    integration: '03 Appendix: row FL_EDGE_BACKOFF',
    file: REFERENCE,
    section: 'Appendix',
    remove: /^\| `FL_EDGE_BACKOFF`.*\n/m,
    says: /FL_EDGE_BACKOFF .*no cross-reference matrix row in spec\/03.*Appendix/,
  },
  {
    integration: '03 Appendix: row FL_EDGE_MAX_BACKOFF',
    file: REFERENCE,
    section: 'Appendix',
    remove: /^\| `FL_EDGE_MAX_BACKOFF`.*\n/m,
    says: /FL_EDGE_MAX_BACKOFF .*no cross-reference matrix row in spec\/03.*Appendix/,
  },
  {
    integration: '03 version',
    file: REFERENCE,
    remove: '*Version: 1.5*',
    instead: '*Version: 1.4*',
    says: /version 1\.4.*1\.5/,
  },
  {
    integration: '03 phase note',
    file: REFERENCE,
    remove: '(updated Phase 9)',
    instead: '(updated Phase 8)',
    says: /contains "\(updated Phase 9\)"/,
  },
  // spec/02
  ...['2', '4', '6d'].map((section): Loss => ({
    integration: `02 Section ${section}: edge variant note`,
    file: SUPERNODE,
    section,
    remove: /\*\*Edge variant:\*\*.*\n/,
    says: new RegExp(`edge variant note with its size, <2GB in Section ${section} of spec/02`),
  })),
  ...['2', '4', '6d'].map((section): Loss => ({
    integration: `02 Section ${section}: size in the edge variant note`,
    file: SUPERNODE,
    section,
    remove: '<2GB',
    instead: 'small',
    says: new RegExp(`edge variant note with its size, <2GB in Section ${section} of spec/02`),
  })),
  ...[
    ['2', '2'],
    ['4', '2'],
    ['6d', '3'],
  ].map(([section, to]): Loss => ({
    integration: `02 Section ${section}: reference to spec/14`,
    file: SUPERNODE,
    section,
    remove: /\[`spec\/14[^)]*\)/g,
    instead: 'another document',
    says: new RegExp(`Section ${section} of spec/02.*spec/14.*Section ${to}`),
  })),
  {
    integration: '02 Section 13: edge variables',
    file: SUPERNODE,
    section: 'Edge Configuration Variables (Phase 9)',
    remove: /[\s\S]+/,
    says: /between the GPU and the infrastructure variables in Section 13|appliance parameter table in spec\/02.*Section 13/,
  },
  {
    integration: '02 Section 13: level of the heading of the edge variables',
    file: SUPERNODE,
    section: '13',
    remove: '#### Edge Configuration',
    instead: '### Edge Configuration',
    says: /under a heading of the fourth level in Section 13/,
  },
  {
    integration: '02 Section 13: row FL_EDGE_BACKOFF',
    file: SUPERNODE,
    section: '13',
    remove: /^\| 14 \| `FL_EDGE_BACKOFF`.*\n/m,
    says: /FL_EDGE_BACKOFF .*no appliance parameter table in spec\/02.*Section 13/,
  },
  {
    integration: '02 Section 13: row FL_EDGE_MAX_BACKOFF',
    file: SUPERNODE,
    section: '13',
    remove: /^\| 15 \| `FL_EDGE_MAX_BACKOFF`.*\n/m,
    says: /FL_EDGE_MAX_BACKOFF .*no appliance parameter table in spec\/02.*Section 13/,
  },
  {
    integration: '02 Section 16: row',
    file: SUPERNODE,
    section: '16',
    remove: /^\| Edge variant \|.*\n/m,
    says: /row "Edge variant" in Section 16/,
  },
  {
    integration: '02 footer',
    file: SUPERNODE,
    remove: '(updated Phase 9)',
    instead: '(updated Phase 8)',
    says: /contains "\(updated Phase 9\)"/,
  },
  // spec/08
  {
    integration: '08 Section 8: reference to spec/14',
    file: ORCHESTRATION,
    section: 'Elasticity Policies',
    remove: /Sections 6-9/,
    instead: 'somewhere',
    says: /Section Elasticity Policies of spec\/08.*spec\/14.*Section 6/,
  },
  {
    integration: '08 Section 8: one section less',
    file: ORCHESTRATION,
    section: 'Elasticity Policies',
    remove: /Sections 6-9/,
    instead: 'Sections 6-8',
    says: /Section Elasticity Policies of spec\/08.*spec\/14.*Section 9/,
  },
  {
    integration: '08 Section 8: first constraint',
    file: ORCHESTRATION,
    section: 'Elasticity Policies',
    remove: 'MUST NOT be placed on the `superlink` role',
    instead: 'may stand anywhere',
    says: /first constraint.*in Section Elasticity Policies/,
  },
  {
    integration: '08 Section 8: second constraint',
    file: ORCHESTRATION,
    section: 'Elasticity Policies',
    remove: '`min_vms` MUST be at least `FL_MIN_FIT_CLIENTS`',
    instead: '`min_vms` is free',
    says: /second constraint.*in Section Elasticity Policies/,
  },
  {
    integration: '08 Section 8: preview comes back',
    file: ORCHESTRATION,
    section: 'Elasticity Policies',
    remove: /$/,
    instead: '\nThis is a preview of Phase 9.\n',
    says: /"preview" still stands in Section 8|calls something of it "preview"/,
  },
  {
    integration: '08 Section 8: placeholder JSON comes back',
    file: ORCHESTRATION,
    section: 'Elasticity Policies',
    remove: /$/,
    instead: '\n```json\n{}\n```\n',
    says: /still stands in Section Elasticity Policies/,
  },
  {
    integration: '08 Section 10: anti-pattern',
    file: ORCHESTRATION,
    section: '10',
    remove: /Section 10(?=[^a-z0-9])/g,
    instead: 'another place',
    says: /Section 10 of spec\/08.*spec\/14.*Section 10/,
  },
  {
    integration: '08 version',
    file: ORCHESTRATION,
    remove: '*Version: 1.2*',
    instead: '*Version: 1.1*',
    says: /version 1\.1.*1\.2/,
  },
  {
    integration: '08 footer',
    file: ORCHESTRATION,
    remove: '(updated Phase 9)',
    instead: '',
    says: /contains "\(updated Phase 9\)"/,
  },
  // spec/00
  {
    integration: '00 header: Phase 9',
    file: OVERVIEW,
    remove: /^(\*\*Phases:\*\*.*), 09 - Edge and Auto-Scaling/m,
    instead: '$1',
    says: /Phase 9 in the header line/,
  },
  {
    integration: '00 header: ORCH-03',
    file: OVERVIEW,
    remove: /^(\*\*Requirements:\*\*.*)ORCH-03, /m,
    instead: '$1',
    says: /ORCH-03/,
  },
  {
    integration: '00 header: EDGE-01',
    file: OVERVIEW,
    remove: /^(\*\*Requirements:\*\*.*), EDGE-01/m,
    instead: '$1',
    says: /EDGE-01/,
  },
  {
    integration: '00 Section 1: covered scope',
    file: OVERVIEW,
    section: '1',
    remove: /^.*Edge optimization and auto-scaling.*\n/im,
    says: /Phase 9 in the covered scope in Section 1/,
  },
  {
    integration: '00 Section 1: phases 1-9',
    file: OVERVIEW,
    section: '1',
    remove: 'covers phases 1-9',
    instead: 'covers all phases',
    says: /phases 1-9 are complete and nothing is deferred in Section 1/,
  },
  {
    integration: '00 Section 1: complete',
    file: OVERVIEW,
    section: '1',
    remove: 'them are complete',
    instead: 'them are written',
    says: /phases 1-9 are complete and nothing is deferred in Section 1/,
  },
  {
    integration: '00 Section 1: nothing deferred',
    file: OVERVIEW,
    section: '1',
    remove: 'nothing is deferred',
    instead: 'little is left over',
    says: /phases 1-9 are complete and nothing is deferred in Section 1/,
  },
  {
    integration: '00 Section 4: heading',
    file: OVERVIEW,
    section: '4',
    remove: /^#+ Phase 9: .*\n/m,
    says: /heading of the Phase 9 table in Section 4/,
  },
  {
    integration: '00 Section 4: table row',
    file: OVERVIEW,
    section: '4',
    remove: /^\|.*14-edge-and-auto-scaling\.md.*\n/m,
    says: /Phase 9 row with its two requirements in Section 4/,
  },
  {
    integration: '00 Section 4: reading order',
    file: OVERVIEW,
    section: 'Reading Order',
    remove: /14-edge-and-auto-scaling\.md/g,
    instead: '13-monitoring-observability.md',
    says: /spec\/14 in the reading order in Section Reading Order/,
  },
  {
    integration: '00 Section 6: topology',
    file: OVERVIEW,
    section: '6',
    remove: /^#+ Edge Deployment.*\n/m,
    says: /edge deployment topology in Section 6/,
  },
  {
    integration: '00 Section 9: roadmap row',
    file: OVERVIEW,
    section: '9',
    remove: /^\| 9 \|.*\n/m,
    says: /roadmap row of Phase 9 in Section 9/,
  },
  {
    integration: '00 version',
    file: OVERVIEW,
    remove: '*Version: 1.6*',
    instead: '*Version: 1.5*',
    says: /version 1\.5.*1\.6/,
  },
];

describe('each integration of Phase 9, removed', () => {
  test.each(LOSSES)('$integration', ({ file, section, remove, instead = '', says }) => {
    const changed = change(file, section, (text) => text.replace(remove, instead));
    const findings = spec.news({ [file]: changed });
    const told = findings.filter((f) => f.severity === 'error' && f.file === file && says.test(f.message));
    expect(
      told,
      `findings were:\n${findings.map((f) => `${f.file}:${f.line} ${f.message}`).join('\n')}`,
    ).not.toEqual([]);
  });

  test('the table lists each integration once', () => {
    expect(new Set(LOSSES.map((loss) => loss.integration)).size).toBe(LOSSES.length);
  });
});

/** Applies a change to one section, heading excluded, or to the whole document; refuses one that changes nothing. */
function change(file: string, section: string | undefined, edit: (text: string) => string): string {
  const text = spec.text(file);
  const lines = text.split('\n');
  const found = section ? spec.graph.section(file, section) : undefined;
  if (section && !found) throw new Error(`${file} has no Section ${section}`);
  const [from, to] = found ? [found.range.line, found.endLine] : [0, lines.length];
  const result = [...lines.slice(0, from), edit(lines.slice(from, to).join('\n')), ...lines.slice(to)].join(
    '\n',
  );
  if (result === text) throw new Error('the edit changes nothing');
  return result;
}
