import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { manifest, pageMeta, robotsText } from '../../../src/site/page-frame/meta.ts';
import { PICTURE, pictureSvg } from '../../../src/site/pictures/social-picture.ts';
import { png } from '../../../src/site/pictures/png.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const site = new URL('https://spec.example.org');

describe('the head of a page', () => {
  it('has absolute URLs, a short description and the picture of its document', () => {
    const meta = pageMeta({
      title: 'Edge',
      description: `${'word '.repeat(60)}`,
      path: '/spec/14-edge/',
      site,
      siteName: 'Wire Suite',
      document: '14-edge',
    });
    expect(meta).toMatchObject({
      title: 'Edge · Wire Suite',
      canonical: 'https://spec.example.org/spec/14-edge/',
      image: 'https://spec.example.org/og/14-edge.png',
    });
    expect(meta.description.length).toBeLessThanOrEqual(160);
    expect(meta.description).toMatch(/word…$/);
  });
  it('has only the name of the site as the title of the home page', () => {
    expect(
      pageMeta({ title: 'Wire Suite', description: '', path: '/', site, siteName: 'Wire Suite' }),
    ).toMatchObject({
      title: 'Wire Suite',
      image: 'https://spec.example.org/og.png',
    });
  });
  it.each([
    ['short', 'short'],
    ['a  b\nc', 'a b c'],
    ['abcdefghij klm', 'abcdefghij…'],
    ['abcdefghijk lm', 'abcdefghijk…'],
  ])('shortens %j to the last 12 letters of a description as %j', (text, shown) => {
    const before = `${'x'.repeat(147)} `;
    expect(
      pageMeta({ title: '', description: before + text, path: '/', site, siteName: '' }).description,
    ).toBe(before + shown);
  });
});

it('robots.txt names the sitemap', () =>
  expect(robotsText(site)).toContain('Sitemap: https://spec.example.org/sitemap-index.xml\n'));
it('the manifest names the icons and the start page', () =>
  expect(manifest({ name: 'Wire', title: 'Wire Suite', description: '' })).toMatchObject({
    name: 'Wire Suite',
    short_name: 'Wire',
    start_url: '/',
    icons: [{ src: '/favicon.svg' }, { src: '/apple-touch-icon.png' }],
  }));

describe('the picture', () => {
  it.each([undefined, '02-server'])(
    'of %s is a PNG of the usual size with words and dots',
    async (document) => {
      const svg = pictureSvg(snapshotOf(SMALL_SET), document);
      expect(svg).toContain(document ? '>spec/02<' : '>3 documents, 2 variables<');
      const image = sharp(Buffer.from(await (await png(svg)).arrayBuffer()));
      expect(await image.metadata()).toMatchObject({ format: 'png', ...PICTURE });
      const { channels } = await image.stats();
      expect(channels[0].stdev).toBeGreaterThan(5);
    },
  );
  it('accepts any title', () => {
    const svg = pictureSvg(
      snapshotOf({ ...SMALL_SET, 'spec/02-server.md': '# A < b > & "c"\n\n## 1. X\n\nText.\n' }),
      '02-server',
    );
    expect(svg).toContain('A &lt; b &gt; &amp; &quot;c&quot;');
  });
  it('breaks a long title between words', () => {
    const title = 'Edge and Auto-Scaling for Appliances of Federated Learning at Many Sites';
    const svg = pictureSvg(
      snapshotOf({ ...SMALL_SET, 'spec/02-server.md': `# ${title}\n\n## 1. X\n\nText.\n` }),
      '02-server',
    );
    const lines = [...svg.matchAll(/letter-spacing="-1">([^<]*)</g)].map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(title);
  });
});
