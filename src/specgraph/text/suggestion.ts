/** A suggestion of a finding as words: it is either an instruction in lower case, or text that replaces what is there. */
export function suggestionWords(suggestion: string): string {
  return /^(?:[a-z]+ |<!--)/.test(suggestion) ? `suggestion: ${suggestion}` : `did you mean ${suggestion}?`;
}
