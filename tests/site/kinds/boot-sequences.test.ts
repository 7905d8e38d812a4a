import { beforeAll, describe, expect, it } from 'vitest';
import { bootSequences, type BootSequence, type BootStep } from '../../../src/site/kinds/boot-sequences.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

let sequences: BootSequence[];
beforeAll(async () => {
  sequences = bootSequences((await realSpecification()).graph);
});
const steps = (component: string): BootStep[] =>
  sequences.find((one) => one.component === component)!.stages.flatMap((stage) => stage.steps);
const inserted = (component: string): (string | undefined)[][] =>
  steps(component)
    .filter((step) => step.inserted)
    .map((step) => [step.number, step.inserted!.phase.number, step.inserted!.document?.label]);

describe('the boot of both components', () => {
  it('has all steps in order', async () => {
    for (const [component, file] of [
      ['SuperLink', 'spec/01-superlink-appliance.md'],
      ['SuperNode', 'spec/02-supernode-appliance.md'],
    ]) {
      const written = [...(await realSpecification()).text(file).matchAll(/^### Step (\w+):/gm)].map(
        ([, number]) => number,
      );
      expect(steps(component).map(({ number }) => number)).toEqual(written);
    }
  });
  it('assigns added steps to the phase and the document that added them', () => {
    expect(inserted('SuperLink')).toEqual([['7a', '2', 'spec/04']]);
    expect(inserted('SuperNode')).toEqual([
      ['3a', '8', 'spec/13'],
      ['7b', '2', 'spec/05'],
      ['9', '6', 'spec/10'],
      ['14a', '8', 'spec/13'],
    ]);
  });
  it('groups the steps by the stages of the table', () => {
    const stages = (component: string): string[] =>
      sequences
        .find((one) => one.component === component)!
        .stages.map(({ title, steps: own }) => `${title} ${own.at(0)!.number}-${own.at(-1)!.number}`);
    expect(stages('SuperLink')).toEqual([
      'OS and agent 1-1',
      'Launcher 2-2',
      'Configure 3-8',
      'Bootstrap 9-12',
    ]);
    expect(stages('SuperNode')).toEqual([
      'OS Init 1-1',
      'Configure 2-6',
      'Discover 7-7b',
      'Bootstrap 8-14a',
      'Report 15-15',
    ]);
  });
  it('removes the phase from the titles and links every step', () => {
    const all = [...steps('SuperLink'), ...steps('SuperNode')];
    expect(all.filter(({ title }) => /Phase/.test(title))).toEqual([]);
    expect(all.every(({ number, url }) => url.includes(`#step-${number}-`))).toBe(true);
  });
  it('names the other documents that refer to a step', () => {
    const step = steps('SuperNode').find(({ number }) => number === '7b')!;
    expect(step.namedIn.map(({ label }) => label)).toEqual(expect.arrayContaining(['spec/05', 'spec/14']));
    expect(step.namedIn.map(({ label }) => label)).not.toContain('spec/02');
  });
});
