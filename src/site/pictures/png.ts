import { recallOrMake, type EarlierWork } from '../../payloads/earlier-work.ts';

/** Converts a drawing to a PNG of its own size, or of a given width. It has few colours, so that the file stays small. */
export async function png(
  svg: string,
  { width, earlier }: { width?: number; earlier?: EarlierWork } = {},
): Promise<Response> {
  const drawn = await recallOrMake(earlier, 'pictures', `${width ?? ''} ${svg}`, async () => {
    const { default: sharp } = await import('sharp');
    const image = sharp(Buffer.from(svg)).resize(width).png({ palette: true, effort: 1 });
    return (await image.toBuffer()).toString('base64');
  });
  return new Response(new Uint8Array(Buffer.from(drawn, 'base64')), {
    headers: { 'content-type': 'image/png' },
  });
}
