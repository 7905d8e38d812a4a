/** The duration of the transitions of the views, in milliseconds; 0 with reduced motion. */
export function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400;
}
