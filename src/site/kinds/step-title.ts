const PHASE_AT_END = /\s*\(Phase (\d+)\)$/;

/** Splits the title of a boot step: "Install CA (Phase 2)" names the phase that added the step. */
export function splitStepTitle(title: string): { words: string; phase?: string } {
  return { words: title.replace(PHASE_AT_END, ''), phase: PHASE_AT_END.exec(title)?.[1] };
}
