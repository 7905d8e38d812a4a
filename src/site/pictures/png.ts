import sharp from 'sharp';

/** Converts a drawing to a PNG of its own size, or of a given width. It has few colours, so that the file stays small. */
export async function png(svg: string, width?: number): Promise<Response> {
  const image = sharp(Buffer.from(svg)).resize(width).png({ palette: true, compressionLevel: 9 });
  return new Response(new Uint8Array(await image.toBuffer()), { headers: { 'content-type': 'image/png' } });
}
