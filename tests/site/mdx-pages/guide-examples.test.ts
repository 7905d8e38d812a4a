import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands/index.ts';
import {
  facetPlaces,
  guideExample,
  referenceForms,
  userInputForms,
} from '../../../src/site/mdx-pages/guide-examples.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

describe('the guide', () => {
  it('shows a document that is read completely and has no findings', async () => {
    const { read, findings, html } = await guideExample('document');
    expect(Object.fromEntries(read.map(({ label, value }) => [label, value]))).toEqual({
      number: '01',
      title: 'Server',
      phase: '1',
      requirement: 'NET-01',
      status: 'Specification',
      version: '1.0',
      sections: '1 Boot, 2 Parameters, 3 Validation',
      steps: expect.stringContaining('Listen'),
      variables: 'FL_PORT',
    });
    expect(findings).toEqual([]);
    expect(html).toContain('<pre');
  });
  it('shows kinds of a configuration, with what is checked of them', async () => {
    const found = (await guideExample('kinds')).findings!.map(({ rule, message }) => `${rule}: ${message}`);
    expect(found).toEqual([
      'unused-definition: Nothing mentions the option "--color".',
      'undefined-mention: "--retires" names an option that is not defined.',
      'undefined-mention: "E-8" names an error that is not defined.',
    ]);
  });
  it('shows fields and facets without a profile', async () => {
    const found = (await guideExample('facets')).findings!.map(({ rule, message }) => `${rule}: ${message}`);
    expect(found).toEqual([
      'incomplete-variable: APP_TIMEOUT has 2 of its 3 facets: no limit in spec/01-settings.md, Section 2; it belongs behind APP_RETRIES.',
      'conflicting-definition: APP_RETRIES has the default 5 here and 3 in spec/01-settings.md, Section 1, which owns it.',
    ]);
  });
  it('shows a misspelling, a broken promise and a suppressed finding', async () => {
    expect((await guideExample('variable')).findings!.map(({ rule }) => rule)).toContain(
      'incomplete-variable',
    );
    expect((await guideExample('suppression')).findings).toEqual([]);
    expect((await guideExample('contract')).promises.map(({ ok }) => ok)).toEqual([false, true]);
  });
  it('shows the targets of all references, except for the one to a document outside the set', async () => {
    const forms = await referenceForms();
    expect(forms.filter(({ targets }) => targets.length === 0).map(({ written }) => written)).toEqual([
      'RFC 5280, Section 4.2',
      'OpenID Connect Core 1.0, Section 9',
      'Section 4 ("Keys") of RFC 5280',
    ]);
    expect(forms.filter(({ targets }) => targets.includes('nothing that exists'))).toEqual([]);
    expect(forms.find(({ written }) => written === 'spec/01, Sections 1-3')!.targets).toEqual(
      expect.arrayContaining(['Section 1 of spec/01', 'Section 2 of spec/01', 'Section 3 of spec/01']),
    );
  });
  it('shows valid and invalid USER_INPUT strings', () => {
    expect(userInputForms().map(({ faults }) => faults.length === 0)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
  it('names the sections that hold each facet', async () => {
    const { graph } = await realSpecification();
    expect(facetPlaces(graph)).toHaveLength(6);
    for (const { facet, places } of facetPlaces(graph)) expect(places.length, facet).toBeGreaterThan(0);
  });
  it('names all commands and npm scripts, and no others', () => {
    const text = readFileSync(path.join(ROOT, 'src/pages/guide.mdx'), 'utf8');
    const commands = text.slice(text.indexOf('## 7. Commands'), text.indexOf('## 8.'));
    const words = new Set([...commands.matchAll(/`([a-z]+)[^`]*`/g)].map((match) => match[1]));
    expect(COMMANDS.filter(({ name }) => !words.has(name))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(
      [...text.matchAll(/npm run (?:-s )?([a-z]+)/g)]
        .map((match) => match[1])
        .filter((name) => !(name in scripts)),
    ).toEqual([]);
  });
});
