import { describe, expect, test } from 'vitest';
import { realSpecification } from '../helpers/real-specification.ts';

const spec = await realSpecification();

describe('the specification', () => {
  test('has no findings', () => {
    expect(spec.checkWith({}).findings).toEqual([]);
  });

  test('has fifteen documents, numbered 00 to 14', () => {
    expect(spec.graph.documents.map((d) => d.number)).toEqual(
      Array.from({ length: 15 }, (_, i) => String(i).padStart(2, '0')),
    );
  });

  test('counts 48 definitions of 45 names, 46 with the one outside the count', () => {
    const counted = spec.graph.definitions.filter((d) => d.counted);
    expect(counted).toHaveLength(48);
    expect(new Set(counted.map((d) => d.name)).size).toBe(45);
    expect(spec.graph.definitions.filter((d) => !d.counted).map((d) => d.name)).toEqual(['FL_USE_CASE']);
  });

  test.each([
    ['3', 24],
    ['4', 15],
    ['5', 5],
    ['5a', 1],
    ['6', 5],
  ])('Section %s of spec/03 lists %i counted rows', (section, rows) => {
    expect(spec.graph.definitions.filter((d) => d.counted && d.listedIn.includes(section))).toHaveLength(
      rows,
    );
  });

  test('meets each of its fifteen requirements in a document of its own', () => {
    const met = new Set(
      spec.graph.edges
        .filter((e) => e.kind === 'satisfies' && e.source !== '00-overview')
        .map((e) => e.target),
    );
    expect(met.size).toBe(15);
  });

  test.each([
    ['01', 12, ['7a']],
    ['02', 15, ['3a', '7b']],
  ])('spec/%s has %i boot steps besides %j', (number, count, inserted) => {
    const steps = spec.graph.document(number)!.sections.flatMap((s) => s.step ?? []);
    expect(steps.filter((step) => !inserted.includes(step))).toHaveLength(count);
    expect(steps).toEqual(expect.arrayContaining(inserted));
  });

  test('has a contract for each of its nine phases, and keeps it', () => {
    expect(spec.project.contracts.map((c) => c.phase)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  test('has the same form in every document: header, footer, language of each code block', () => {
    for (const facts of spec.graph.documents) {
      expect(
        facts.header.map((f) => f.label.replace(/s$/, '')),
        facts.path,
      ).toEqual(['Requirement', 'Phase', 'Statu']);
      expect(facts.footer.map((f) => f.label.replace(/s$/, '')).slice(1), facts.path).toEqual([
        'Phase',
        'Version',
      ]);
      expect(
        facts.codeBlocks.filter((block) => !block.lang).map((b) => `${facts.path}:${b.range.line}`),
      ).toEqual([]);
    }
  });
});
