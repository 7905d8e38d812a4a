/** The duration of the transitions of the views, in milliseconds; 0 with reduced motion. */
export function transitionMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400;
}
