import { describe, expect, test } from 'vitest';
import { createNodeNamer, parseTarget } from '#specgraph/query';
import { realSpecification } from '../../helpers/real-specification.ts';

const { graph } = await realSpecification();
const name = createNodeNamer(graph);

/** An address, and the place that it names as the command line prints it. */
describe('an address leads to one place of the specification', () => {
  test.each([
    ['spec/14 section 3', 'spec/14 3'],
    ['14 3.2', 'spec/14 3.2'],
    ['14.3.2', 'spec/14 3.2'],
    ['14#3.2', 'spec/14 3.2'],
    ['14:3.2', 'spec/14 3.2'],
    ['spec14 3.2', 'spec/14 3.2'],
    ['spec 14 sec. 3.2', 'spec/14 3.2'],
    ['spec/14-edge-and-auto-scaling.md §3.2', 'spec/14 3.2'],
    ['section 3.2, document 14', 'spec/14 3.2'],
    ['02 7a', 'spec/02 7a'],
    ['spec/02 §7', 'spec/02 7'],
    ['§7a 02', 'spec/02 7a'],
    ['§7a of spec/02', 'spec/02 7a'],
    ['Section 6(d) of spec/02', 'spec/02 6d'],
    ['section 6d', 'spec/02 6d'],
    ['setion 6d', 'spec/02 6d'],
    ['10o', 'spec/03 10o'],
    ['2.2 fedprox', 'spec/09 2.2'],
    ['gpu passthrough 5d', 'spec/10 5d'],
    ['tls certificate lifecycle, section 3', 'spec/04 3'],
    ['step 7b supernode', 'Step 7b of spec/02'],
    ['supernode step7b', 'Step 7b of spec/02'],
    ['supernode apliance step 9', 'Step 9 of spec/02'],
    ['01 step 12', 'Step 12 of spec/01'],
    ['appendix 03', 'spec/03 Appendix'],
    ['appendix b', 'spec/01 B'],
    ['spec/05, annex a', 'spec/05 A'],
    ['spec/10 dr-4', 'DR-04 of spec/10'],
    ['document 5', 'spec/05'],
    ['spec/02, sections 6-9', 'spec/02 6'],
    ['sections 3 and 4 of 14', 'spec/14 3'],
  ])('%s', (words, place) => {
    expect(name(parseTarget(words, graph))).toBe(place);
  });
});

describe('words that are no address, or one of several places', () => {
  test.each([
    ['step 7', '"step 7" names several things'],
    ['section 3', '"section 3" names no document'],
    ['use case 2', 'there is nothing called "use case 2"'],
    ['python 3.12', 'there is nothing called "python 3.12"'],
    ['Section 3 of RFC 5280', 'there is nothing called "Section 3 of RFC 5280"'],
  ])('%s', (words, message) => {
    expect(() => parseTarget(words, graph)).toThrow(message);
  });
});
