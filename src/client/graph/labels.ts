/** Which labels find room: greedy, the important ones first. Pure, so that the build and the browser agree. */
export interface LabelBox {
  id: string;
  /** Middle of the dot and its radius, in pixels. */
  x: number;
  y: number;
  r: number;
  /** Width of the text and its height, in pixels. */
  width: number;
  height: number;
  /** Larger is placed first. */
  weight: number;
}

/** Between the dot and the top of its label, in pixels. */
export const LABEL_GAP = 2;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** @returns ids of the labels that neither overlap each other nor cover the dot of a weightier node */
export function roomyLabels(labels: readonly LabelBox[]): Set<string> {
  const sorted = labels.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const taken: { box: Box; of: string }[] = sorted.filter((label) => label.weight >= 1).map((label) => ({ box: dotOf(label), of: label.id }));
  const shown = new Set<string>();
  for (const label of sorted) {
    const box = textOf(label);
    if (taken.some((other) => other.of !== label.id && overlap(other.box, box))) continue;
    shown.add(label.id);
    taken.push({ box, of: label.id });
  }
  return shown;
}

function dotOf({ x, y, r }: LabelBox): Box {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function textOf({ x, y, r, width, height }: LabelBox): Box {
  const top = y + r + LABEL_GAP;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The label of a node at a scale of pixels per user unit, its width estimated from its letters. */
export function labelBox(node: { id: string; kind: string; label: string; x: number; y: number; r: number }, scale: number): LabelBox {
  const isDocument = node.kind === 'document';
  const size = isDocument ? 13 : 10;
  return {
    id: node.id, x: node.x * scale, y: node.y * scale, r: node.r * scale,
    width: node.label.length * size * 0.61, height: size * 1.25, weight: (isDocument ? 1 : 0) + node.r / 1000,
  };
}
