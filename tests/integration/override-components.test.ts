/** Which imports lead to a component of the project. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { overrideComponents } from '../../src/integration/override-components.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../src');
const OWN = path.join('/project', 'src/Footer.astro');

/** Resolves an import as Vite does, with relative imports only. */
async function resolve(source: string, importer: string): Promise<string | undefined> {
  const plugin = overrideComponents({ SiteFooter: 'src/Footer.astro' }, '/project');
  const context = {
    resolve: async (id: string, from: string) => ({ id: path.resolve(path.dirname(from), id) }),
  };
  const hook = plugin.resolveId as unknown as (
    this: typeof context,
    source: string,
    importer: string,
    options: object,
  ) => Promise<string | undefined>;
  return hook.call(context, source, importer, {});
}

test('an import of the component leads to the file of the project', async () => {
  expect(await resolve('../components/SiteFooter.astro', `${SOURCE}/layouts/Base.astro`)).toBe(OWN);
});

test('other components, and components of the same name elsewhere, stay', async () => {
  expect(await resolve('../components/SiteHeader.astro', `${SOURCE}/layouts/Base.astro`)).toBeUndefined();
  expect(await resolve('./SiteFooter.astro', '/project/src/Page.astro')).toBeUndefined();
});

test('the file of the project may import the original', async () => {
  const original = path.relative('/project/src', `${SOURCE}/components/SiteFooter.astro`);
  expect(await resolve(original, `${OWN}?astro`)).toBeUndefined();
});

test('a component that the theme lacks is named', () => {
  expect(() => overrideComponents({ SiteFoter: 'x.astro' }, '/project')).toThrow('no component SiteFoter');
  try {
    overrideComponents({ SiteFoter: 'x.astro' }, '/project');
  } catch (error) {
    expect(error).toMatchObject({ hint: 'did you mean SiteFooter?' });
  }
});
