import { expect, it, vi } from 'vitest';
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

it('a language that is called by another name has its colours', async () => {
  const colours = await coloured('golang');
  expect(new Set(colours).size).toBeGreaterThan(1);
  expect(colours).toEqual(await coloured('go'));
});

it('code in an unknown language has no colours, and the console says nothing', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const pages = await Promise.all(['abnf', 'ABNF', 'dns.zone', 'c++'].map(coloured));
  expect(pages.slice(0, 3).flat().length).toBeLessThan(pages[3].length);
  expect(warn).not.toHaveBeenCalled();
  expect(console.warn).toBe(warn);
  warn.mockRestore();
});
