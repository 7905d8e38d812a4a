/** Says where a kept promise was found. */
import { documentOf } from '../resolve/ids.ts';
import { lineIndex } from '../parse/line-index.ts';
import { plural } from '../text/lists.ts';
import { referencesOf } from './checks.ts';
import type { ContractItem } from './evaluate.ts';
import type { Context } from './failure.ts';
import { findDocument, matchesIn, scopeOf, type Scope } from './scope.ts';

/**
 * Where or in what number a kept promise was found: "spec/02-b.md:7", "1,187 lines".
 * @returns undefined for a link to free text, which nothing has looked for
 */
export function evidenceOf(item: ContractItem, context: Context): string | undefined {
  const { graph } = context;
  switch (item.kind) {
    case 'artifact': {
      const { entry } = item;
      const scope = scopeFor(entry, context);
      const lines = scope.facts?.lines ?? scope.text.trimEnd().split('\n').length;
      const texts = entry.contains.length;
      return `${plural(lines, 'line')}${texts > 0 ? `, ${texts} of ${plural(texts, 'text')} found` : ''}`;
    }
    case 'link': {
      const { entry } = item;
      const scope = scopeFor({ path: entry.from, section: entry.section, line: entry.line }, context);
      return entry.pattern === undefined
        ? placeOfReference(entry.to, scope, context)
        : placeOfMatch(entry.pattern, entry.from, scope);
    }
    case 'pattern':
      return placeOfMatch(item.entry.pattern, item.entry.path, scopeFor(item.entry, context));
    case 'forbidden':
      return 'not found';
    case 'count':
      return `${graph.quantities[item.entry.quantity]} counted`;
    case 'version': {
      const facts = findDocument(item.entry.path, graph)!;
      const field = facts.footer.find(({ label }) => label === 'Version')!;
      return `${facts.path}:${field.range.line}, version ${field.value}`;
    }
  }
}

function scopeFor(entry: { path: string; section?: string; line: number }, context: Context): Scope {
  const scope = scopeOf(entry.path, entry.section, entry.line, context);
  if ('failure' in scope) throw new Error(`${entry.path}: a kept promise has no scope`);
  return scope;
}

function placeOfReference(to: string, scope: Scope, { graph }: Context): string | undefined {
  const document = findDocument(to, graph);
  const edge = referencesOf(scope, graph).find(({ target }) => documentOf(target) === document?.id);
  if (edge) return `${scope.head.file}:${edge.range!.line}`;
  // A file that is no document of the set was looked for by its name.
  return graph.others.some((file) => file.path === to) ? scope.head.file : undefined;
}

function placeOfMatch(pattern: string, path: string, scope: Scope): string {
  const found = matchesIn(scope, pattern);
  const first = 'matches' in found ? found.matches[0] : undefined;
  if (!first) return scope.head.file;
  const index = lineIndex(path, scope.facts?.source ?? scope.text);
  const { line } = index.range(scope.offset + first.start, scope.offset + first.end);
  return `${scope.facts?.path ?? path}:${line}`;
}
