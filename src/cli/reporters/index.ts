/** The output formats of `check`. The module of a format is loaded when the format is used. */
import type { Reporter } from '../report.ts';

export const REPORTERS = {
  github: async () => (await import('./github.ts')).github,
  json: async () => (await import('./json.ts')).json,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  pretty: async () => (await import('./pretty.ts')).pretty,
  sarif: async () => (await import('./sarif.ts')).sarif,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
