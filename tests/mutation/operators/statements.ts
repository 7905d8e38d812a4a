import { RULE_IDS } from '#specgraph';
import { changeLine, type Operator, replaceRange, spread, textIn } from '../mutant.ts';

/** A default in prose or code that is not that of the definition. */
export const defaultChanged: Operator = function* ({ graph, text }) {
  const names = new Set(graph.definitions.map(({ name }) => name));
  for (const facts of graph.documents) {
    const candidates = facts.defaults.filter(
      ({ name, value, form }) => names.has(name) && form !== 'table' && /^\d+$/.test(value) && value !== '0',
    );
    for (const { name, value, range } of spread(candidates, 3)) {
      yield {
        name: `${facts.path}:${range.line} the default ${value} of ${name} becomes ${value}7`,
        rule: 'conflicting-default',
        file: facts.path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-definition'],
        changes: { [facts.path]: replaceRange(text(facts.path), range, `${value}7`) },
      };
    }
  }
};

/** A misspelled value of a name. */
export const impossibleValue: Operator = function* ({ graph, text }) {
  const flags = new Set(
    graph.definitions.filter(({ fields }) => fields.type === 'boolean').map(({ name }) => name),
  );
  for (const facts of graph.documents) {
    const candidates = facts.assignments.filter(
      ({ name, value }) => flags.has(name) && /^(?:YES|NO)$/.test(value),
    );
    for (const { name, value, range } of spread(candidates, 3)) {
      const wrong = value === 'YES' ? 'YSE' : 'ON';
      yield {
        name: `${facts.path}:${range.line} ${name}=${value} becomes ${wrong}`,
        rule: 'impossible-value',
        file: facts.path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-default', 'conflicting-message'],
        changes: { [facts.path]: replaceRange(text(facts.path), range, wrong) },
      };
    }
  }
};

/** A frequent port with two digits exchanged. */
export const portExchanged: Operator = function* ({ graph, text }) {
  const uses = Map.groupBy(
    graph.documents.flatMap(({ ports }) => ports),
    ({ port }) => port,
  );
  for (const { path, ports } of graph.documents) {
    const candidates = ports.filter(({ port }) => uses.get(port)!.length > 5 && port[1] !== port[2]);
    for (const { port, range } of spread(candidates, 2)) {
      const wrong = port[0] + port[2] + port[1] + port.slice(3);
      if (uses.has(wrong)) continue;
      yield {
        name: `${path}:${range.line} port ${port} becomes ${wrong}`,
        rule: 'misspelled-port',
        file: path,
        line: range.line,
        alsoBreaks: [
          ...['contract-pattern', 'contract-artifact', 'conflicting-default', 'conflicting-cell'],
          ...['conflicting-definition', 'misspelled-name', 'invalid-user-input'],
        ],
        changes: { [path]: replaceRange(text(path), range, wrong) },
      };
    }
  }
};

/** A quoted message in which one word is another one. */
export const messageChanged: Operator = function* ({ graph, text }) {
  const isPrinted = new Set(
    graph.documents.flatMap(({ messages }) =>
      messages.filter(({ where }) => where === 'code').map((one) => one.text),
    ),
  );
  for (const { path, messages } of graph.documents) {
    const candidates = messages.filter(
      (one) =>
        one.where !== 'code' &&
        isPrinted.has(one.text) &&
        one.text.split(' ').length >= 5 &&
        // "Boot aborted at ${step}." is printed as well, and allows any words.
        !one.text.includes(' at Step '),
    );
    for (const { text: message, range } of spread(candidates, 3)) {
      const words = message.split(' ');
      const wrong = [...words.slice(0, -1), 'perhaps', ...words.slice(-1)].join(' ');
      yield {
        name: `${path}:${range.line} "${message}" becomes "${wrong}"`,
        rule: 'conflicting-message',
        file: path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-definition'],
        changes: { [path]: replaceRange(text(path), range, wrong) },
      };
    }
  }
};

/** A level of a log line that the text does not list. */
export const levelUnknown: Operator = function* ({ graph, text }) {
  for (const { path, levels } of graph.documents) {
    const candidates = levels.uses.filter(({ form, level }) => form === 'call' && level === 'WARN');
    for (const { range } of spread(candidates, 2)) {
      yield {
        name: `${path}:${range.line} the level WARN becomes WARNING`,
        rule: 'unknown-level',
        file: path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact'],
        changes: { [path]: replaceRange(text(path), range, 'WARNING') },
      };
    }
  }
};

/** An exit status that no script of the document ends with. */
export const exitStatusUnknown: Operator = function* ({ graph, text }) {
  for (const { path, exitStatuses } of graph.documents) {
    const { inCode, stated } = exitStatuses;
    if (inCode.length < 2) continue;
    for (const { range, status } of spread(stated, 2)) {
      yield {
        name: `${path}:${range.line} exit status ${status} becomes 7`,
        rule: 'unknown-exit-status',
        file: path,
        line: range.line,
        alsoBreaks: ['conflicting-message'],
        changes: { [path]: replaceRange(text(path), range, '7') },
      };
    }
  }
};

/** A script that reports a failure ends with success, or the other way round. */
export const endingInverted: Operator = function* ({ graph, text }) {
  for (const { path, endings } of graph.documents)
    for (const { range, status } of spread(endings, 2)) {
      const other = status === '0' ? '1' : '0';
      yield {
        name: `${path}:${range.line} exit status ${status} becomes ${other}`,
        rule: 'wrong-exit-status',
        file: path,
        line: range.line,
        alsoBreaks: ['unknown-exit-status', 'conflicting-message', 'contract-pattern'],
        changes: { [path]: replaceRange(text(path), range, other) },
      };
    }
};

/** A message states another limit than the loop before it has. */
export const limitOfMessageChanged: Operator = function* ({ graph, text }) {
  for (const { path, limits } of graph.documents)
    for (const { value, range, text: words } of limits.flatMap(({ printed }) => printed))
      yield {
        name: `${path}:${range.line} "${words}" becomes 77`,
        rule: 'conflicting-limit',
        file: path,
        line: range.line,
        alsoBreaks: ['conflicting-message', 'conflicting-quantity', 'contract-pattern', 'wrong-result'],
        changes: { [path]: replaceRange(text(path), range, words.replace(String(value), '77')) },
      };
};

/** A longest time or a pause that the text states otherwise than the loop of its section has it. */
export const limitInTextChanged: Operator = function* ({ graph, text }) {
  for (const { path, limits } of graph.documents) {
    const candidates = limits.flatMap(({ stated, coded, code }) =>
      stated.filter(
        ({ kind, value, text: words, quoted }) =>
          /\d/.test(words) &&
          quoted.some((command) => code.includes(command)) &&
          coded.some((one) => one.kind === kind && one.value === value),
      ),
    );
    for (const { text: words, range } of spread(candidates, 3)) {
      const wrong = words.replace(/\d+/, (digits) => String(Number(digits) * 7 + 1));
      yield {
        name: `${path}:${range.line} "${words}" becomes "${wrong}"`,
        rule: 'conflicting-limit',
        file: path,
        line: range.line,
        alsoBreaks: ['conflicting-message', 'conflicting-quantity', 'contract-pattern', 'contract-artifact'],
        changes: { [path]: replaceRange(text(path), range, wrong) },
      };
    }
  }
};

/** The opposite of an order that a section or its reference states. */
export const orderReversed: Operator = function* ({ graph, text }) {
  for (const { path, orders } of graph.documents) {
    for (const { range, text: order } of orders.filter(({ scale }) => scale === 'age')) {
      const wrong = order.replace('oldest', 'newest').replace('Oldest', 'Newest');
      if (wrong === order) continue;
      yield {
        name: `${path}:${range.line} "${order}" becomes "${wrong}"`,
        rule: 'opposite-order',
        file: path,
        line: range.line,
        alsoBreaks: [
          'contract-pattern',
          'contract-artifact',
          'contract-link',
          'conflicting-cell',
          'title-mismatch',
        ],
        changes: { [path]: replaceRange(text(path), range, wrong) },
      };
    }
  }
};

/** What lies between two steps, with "before" and "after" exchanged. */
export const betweenStepsReversed: Operator = function* ({ graph, text }) {
  for (const { path, stepOrders } of graph.documents) {
    for (const { range } of stepOrders) {
      const written = textIn(text(path), range);
      const exchanged = written.replaceAll(/\b(before|after)\b/g, (word) =>
        word === 'before' ? 'after' : 'before',
      );
      yield {
        name: `${path}:${range.line} "${written}" becomes "${exchanged}"`,
        rule: 'impossible-order',
        file: path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-cell'],
        changes: { [path]: replaceRange(text(path), range, exchanged) },
      };
    }
  }
};

/** A demand or a bound that stands twice or more, made its opposite in one place. */
export const demandInverted: Operator = function* ({ graph, text }) {
  const demands = graph.documents.flatMap((document) => document.demands);
  const repeated = demands.filter((one) =>
    demands.some(
      (other) =>
        other !== one &&
        other.form === one.form &&
        other.form !== 'never' &&
        other.what === one.what &&
        other.isPositive === one.isPositive &&
        other.objects.join() === one.objects.join() &&
        (other.range.file !== one.range.file || !one.isItem) &&
        one.isNamed &&
        other.isNamed &&
        one.subjects.some((name) => name !== one.what && other.subjects.includes(name)),
    ),
  );
  for (const { text: written, range } of spread(repeated, 10)) {
    const source = textIn(text(range.file), range);
    const inverted = source
      .replace(
        /\b(MUST|SHALL|SHOULD) NOT\b|\b(?:MUST|SHALL|SHOULD)\b/,
        (words, modal: string | undefined) => modal ?? `${words} NOT`,
      )
      .replace(/\bat (least|most)\b/, (_, end) => (end === 'least' ? 'at most' : 'at least'));
    if (inverted === source) continue;
    yield {
      name: `${range.file}:${range.line} "${written}" becomes "${inverted}"`,
      rule: 'opposite-demand',
      file: range.file,
      line: range.line,
      alsoBreaks: [
        'contract-pattern',
        'contract-artifact',
        'conflicting-cell',
        'conflicting-multiple',
        'opposite-demand',
      ],
      changes: { [range.file]: replaceRange(text(range.file), range, inverted) },
    };
  }
};

/** A regular expression of a table row with another digit. */
export const patternChanged: Operator = function* ({ graph, text }) {
  const checked = new Set(
    graph.documents.flatMap(({ patterns }) =>
      patterns.filter(({ form }) => form === 'code').flatMap(({ names }) => names),
    ),
  );
  for (const { path, patterns } of graph.documents) {
    const candidates = patterns.filter(
      ({ form, names, pattern }) =>
        form === 'row' && checked.has(names[0]) && pattern.includes('0-9') && !pattern.includes('|'),
    );
    for (const { names, pattern, range } of spread(candidates, 4)) {
      yield {
        name: `${path}:${range.line} the pattern of ${names[0]} gets another digit`,
        rule: 'conflicting-pattern',
        file: path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-definition'],
        changes: { [path]: replaceRange(text(path), range, pattern.replace('0-9', '0-8')) },
      };
    }
  }
};

/** The section that publishes or reads an attribute no longer names it. */
export const publicationLost: Operator = function* ({ graph, text }) {
  const places = graph.nodes.flatMap((node) =>
    node.kind === 'attribute'
      ? [...(node.publishedBy ?? []), ...(node.readBy ?? [])].map(({ at }) => ({ name: node.name, at }))
      : [],
  );
  for (const { name, at } of spread(places, 8)) {
    const facts = graph.document(at.document)!;
    const { range, endLine } = graph.section(facts.id, at.section)!;
    const lines = text(facts.path).split('\n');
    const changed = lines.map((line, i) =>
      i + 1 >= range.line && i < endLine
        ? line.replaceAll(new RegExp(`(?<!\\w)${name}(?!\\w)`, 'g'), 'it')
        : line,
    );
    yield {
      name: `${facts.path}: ${name} is no longer named in Section ${at.section}`,
      rule: 'missing-publication',
      file: facts.path,
      line: range.line,
      alsoBreaks: RULE_IDS,
      changes: { [facts.path]: changed.join('\n') },
    };
  }
};

/** A sentence gives another multiple as the bound of the same thing. */
export const boundMultiplied: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const lines = text(facts.path).split('\n');
    const stated = facts.multiples.filter(
      ({ isLower, thing, words, range }) =>
        isLower && thing.includes(' ') && words.length > 0 && !/^\s*\|/.test(lines[range.line - 1]),
    );
    for (const { thing, words, range } of spread(stated, 2)) {
      const word = words.find((candidate) => !thing.includes(candidate));
      if (word === undefined) continue;
      yield {
        name: `${facts.path}:${range.line} another multiple of the ${thing}`,
        rule: 'conflicting-multiple',
        file: facts.path,
        line: range.line,
        alsoBreaks: [],
        changes: {
          [facts.path]: changeLine(
            text(facts.path),
            range.line,
            (line) => `${line} The ${word} is at least 7 x the ${thing}.`,
          ),
        },
      };
    }
  }
};

/** A text says that a sequence of steps has one step less. */
export const stepCountChanged: Operator = function* ({ graph, text }) {
  for (const { path, stepCounts } of graph.documents)
    for (const { count, range } of spread(
      stepCounts.filter(({ section }) => section === undefined),
      2,
    ))
      yield {
        name: `${path}:${range.line} ${count - 1}-step`,
        rule: 'wrong-step-count',
        file: path,
        line: range.line,
        alsoBreaks: [],
        changes: {
          [path]: changeLine(text(path), range.line, (line) =>
            line.replace(`${count}-step`, `${count - 1}-step`),
          ),
        },
      };
};

/** A section says that it has one step less than its headings. */
export const ownStepCountOff: Operator = function* ({ graph, text }) {
  for (const { path, stepCounts, sections } of graph.documents)
    for (const { count, range, section } of stepCounts) {
      const steps = sections.filter(({ step, parent }) => step !== undefined && parent === section).length;
      if (section === undefined || count < 4 || steps !== count) continue;
      yield {
        name: `${path}:${range.line} ${count} steps of ${steps}`,
        rule: 'wrong-step-count',
        file: path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact'],
        changes: {
          [path]: changeLine(
            text(path),
            range.line,
            (line) => line.slice(0, range.column - 1) + String(count - 1) + line.slice(range.endColumn - 1),
          ),
        },
      };
    }
};
