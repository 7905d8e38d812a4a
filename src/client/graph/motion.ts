/** How long the views take to change, in milliseconds; nothing where no motion is wanted. */
export function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400;
}
