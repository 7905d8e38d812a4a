/** Fetches promises and sentences between documents, for the matrix and for the panel about a tie. */
import type { MatrixData } from '../../../map/matrix-model.ts';

/** @returns null where they cannot be fetched */
export async function fetchMatrix(url: string | undefined): Promise<MatrixData | null> {
  const response = url ? await fetch(url).catch(() => undefined) : undefined;
  return response?.ok ? ((await response.json()) as MatrixData) : null;
}
