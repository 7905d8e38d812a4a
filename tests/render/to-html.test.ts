import { expect, it } from 'vitest';
import { renderProse } from '../../src/render/index.ts';

const coloured = async (language: string): Promise<string[]> =>
  [...(await renderProse(`\`\`\`${language}\n{"a": 1}\n\`\`\`\n`)).matchAll(/--shiki-light:[^;"]+/g)].map(
    ([colour]) => colour,
  );

it.each(['JSON', 'Json', 'YAML'])(
  'code in %s has the colours of its language in small letters',
  async (language) => {
    const colours = await coloured(language);
    expect(new Set(colours).size).toBeGreaterThan(1);
    expect(colours).toEqual(await coloured(language.toLowerCase()));
  },
);
