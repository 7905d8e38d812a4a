/** The formats of `check`; each is loaded when it is asked for. */
import type { Reporter } from '../report.ts';

export const REPORTERS = {
  github: async () => (await import('./github.ts')).github,
  json: async () => (await import('./json.ts')).json,
  junit: async () => (await import('./junit.ts')).junit,
  pretty: async () => (await import('./pretty.ts')).pretty,
  sarif: async () => (await import('./sarif.ts')).sarif,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
