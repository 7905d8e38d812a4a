/** Python blocks parse, and use of Flower only what release 1.25.0 has. */
import { parser } from '@lezer/python';
import { describe, expect, test } from 'vitest';
import { blocksIn, graph, type Block } from './blocks.ts';
import { MEMBERS, METHODS, MODULES, OLDER_MODULES, STRATEGIES } from './flower-api.ts';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

const blocks = blocksIn('python');

/** Nodes of a kind in a block, each with its text and its place in the document. */
function nodesOf({ text, place }: Block, kind: string): { node: SyntaxNode; words: string; at: string }[] {
  const found: { node: SyntaxNode; words: string; at: string }[] = [];
  const [file, line] = place.split(':');
  parser.parse(text).iterate({
    enter: ({ name, node, from, to }) => {
      if (name !== kind) return;
      const at = `${file}:${Number(line) + text.slice(0, from).split('\n').length}`;
      found.push({ node, words: text.slice(from, to), at });
    },
  });
  return found;
}

/** Imported names by module: `from a.b import c, d` and `import a.b`. */
function importsOf(block: Block): { module: string; names: string[]; at: string }[] {
  return nodesOf(block, 'ImportStatement').flatMap(({ words, at }) => {
    const from = /^from\s+([\w.]+)\s+import\s+([^]+)$/.exec(words);
    if (!from)
      return [...words.matchAll(/(?:import|,)\s+([\w.]+)/g)].map(([, module]) => ({ module, names: [], at }));
    return [{ module: from[1], names: [...from[2].matchAll(/\w+/g)].map(([name]) => name), at }];
  });
}

test.each(blocks)('the block at $place parses', (block) => {
  // The parser marks what it cannot read, and what it misses, with this node.
  expect(nodesOf(block, '⚠').map(({ at }) => at)).toEqual([]);
});

describe('names of Flower 1.25.0', () => {
  test('imports name what the modules export', () => {
    const unknown = blocks.flatMap(importsOf).flatMap(({ module, names, at }) => {
      if (!/^flwr\b/.test(module)) return [];
      const exported = MODULES[module] as readonly string[] | undefined;
      if (!exported) return [`${at} ${module}`];
      return names.filter((name) => !exported.includes(name)).map((name) => `${at} ${module}.${name}`);
    });
    expect(unknown).toEqual([]);
  });

  test('the prose names modules and classes that exist', () => {
    const names = graph.documents.flatMap(({ source, path }) =>
      [...source.matchAll(/`(flwr\.(?!app\.|federations)[\w.]+)`/g)].map(([, name]) => ({ name, path })),
    );
    const exists = (name: string): boolean => {
      const dot = name.lastIndexOf('.');
      return (
        name in MODULES ||
        OLDER_MODULES.includes(name) ||
        (MODULES[name.slice(0, dot)] ?? []).includes(name.slice(dot + 1))
      );
    };
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter(({ name }) => !exists(name))).toEqual([]);
  });

  test('calls of strategies and of methods pass arguments that exist', () => {
    const unknown = blocks.flatMap((block) =>
      nodesOf(block, 'CallExpression').flatMap(({ node, at }) => {
        const callee = block.text.slice(node.firstChild!.from, node.firstChild!.to);
        const name = callee.slice(callee.lastIndexOf('.') + 1);
        const known = name === callee ? STRATEGIES[name]?.parameters : METHODS[name];
        const list = node.getChild('ArgList');
        if (!known || !list) return [];
        return keywordsOf(list, block.text)
          .filter((keyword) => !known.includes(keyword))
          .map((keyword) => `${at} ${name}(${keyword}=…)`);
      }),
    );
    expect(unknown).toEqual([]);
  });

  test('parameters that a function collects for a strategy exist', () => {
    const factory = blocks.find(({ text }) => text.includes('def _common_params'))!;
    const collected = [
      .../def _common_params[^]*?return \{([^]*?)\}/.exec(factory.text)![1].matchAll(/"(\w+)":/g),
    ];
    expect(
      collected.map(([, name]) => name).filter((name) => !STRATEGIES.FedAvg.parameters.includes(name)),
    ).toEqual([]);
  });

  test('members of Flower objects exist', () => {
    const unknown = blocks.filter(usesFlower).flatMap((block) =>
      nodesOf(block, 'MemberExpression').flatMap(({ words, at }) => {
        const [, object, member] = /^(\w+)\.(\w+)$/.exec(words) ?? [];
        const known = object === undefined ? undefined : MEMBERS[object];
        return known && !known.includes(member) ? [`${at} ${words}`] : [];
      }),
    );
    expect(unknown).toEqual([]);
  });

  test.each(Object.entries(STRATEGIES))(
    'the table of %s states its parameters and defaults',
    (name, { parameters, defaults }) => {
      const facts = graph.document('09')!;
      const section = facts.sections.find(
        ({ number, title }) => number?.startsWith('2.') && title.includes(name),
      )!;
      const lines = facts.source.split('\n').slice(section.range.line, section.endLine);
      const rows = lines.flatMap((line) => {
        const row = /^\| `(\w+)` \| \w+ \| ([^|]+) \|/.exec(line);
        return row ? [{ parameter: row[1], value: row[2].trim() }] : [];
      });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ parameter }) => !parameters.includes(parameter))).toEqual([]);
      for (const { parameter, value } of rows.filter((row) => row.parameter in defaults))
        expect(value, parameter).toBe(defaults[parameter]);
    },
  );
});

function keywordsOf(list: SyntaxNode, text: string): string[] {
  const keywords: string[] = [];
  for (let child = list.firstChild; child; child = child.nextSibling)
    if (child.name === 'VariableName' && child.nextSibling?.name === 'AssignOp')
      keywords.push(text.slice(child.from, child.to));
  return keywords;
}

/** Blocks that import Flower, and those that continue them. */
function usesFlower({ text, document }: Block): boolean {
  return /\bflwr\b/.test(text) || ((document === '13' || document === '09') && /\bstrategy\./.test(text));
}
