/** The place of a pointer event within the element of a view. */

/** @returns pixels from the left and from the upper inner edge of the host */
export function placeInHost(
  host: HTMLElement,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): [left: number, top: number] {
  const box = host.getBoundingClientRect();
  return [clientX - box.left - host.clientLeft, clientY - box.top - host.clientTop];
}
