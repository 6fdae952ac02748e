/** How many pixels the player's unit has where this element is: 1 for who reads at the usual size. It computes styles. */
export function unitOf(element: Element): number {
  return parseFloat(getComputedStyle(element).getPropertyValue('--loop-u')) || 1;
}
