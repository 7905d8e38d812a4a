import sharp from 'sharp';

/** A drawing as a PNG of its own size, or of a given width; few colours, so that it stays small. */
export async function png(svg: string, width?: number): Promise<Response> {
  const image = sharp(Buffer.from(svg)).resize(width).png({ palette: true, compressionLevel: 9 });
  return new Response(new Uint8Array(await image.toBuffer()), { headers: { 'content-type': 'image/png' } });
}
