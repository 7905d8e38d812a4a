/**
 * The rooms of the code and what each may import. ESLint takes its fences from here (eslint.config.mjs), a test holds
 * every import against it (tests/rooms.test.ts), and `npm run rooms` prints the picture in CONTRIBUTING.md.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Room
 * @property {string} folder the room is this folder; a file belongs to the longest folder that holds it
 * @property {string} about what the room is for
 * @property {string[]} may rooms that it may import; "type x" allows the types of x only
 * @property {string} reason why it may import no other; ESLint prints it
 * @property {string[]} [doors] parts of the engine whose values it may import besides: `#specgraph/query`
 * @property {{ regex: string, reason: string, except?: string[] }[]} [outside] forbidden imports that are no rooms
 */

/** @type {Room[]} From top to bottom: a room imports only rooms below it. */
export const ROOMS = [
  {
    folder: 'src/cli',
    about: 'commands and reporters of the command line',
    may: ['integration', 'lsp', 'git', 'profiles', 'specgraph'],
    reason: 'the command line knows the site by one command only',
    outside: [{ regex: '^astro', reason: 'the command line knows no site' }],
  },
  {
    folder: 'src/integration',
    about: 'Astro glue: routes, the virtual module, following saves, the link check of the built site',
    may: ['site', 'payloads', 'git', 'profiles', 'specgraph'],
    reason: 'the integration knows neither the command line nor the components',
  },
  {
    folder: 'src/lsp',
    about: 'the language server: requests of an editor to questions to the graph',
    may: ['profiles', 'specgraph'],
    reason: 'the language server answers from the engine alone',
    outside: [{ regex: '^astro', reason: 'the language server knows no site' }],
  },
  {
    folder: 'src/vscode',
    about: 'the extension for VS Code',
    may: [],
    reason: 'the extension starts the language server as another process',
  },
  {
    folder: 'src/pages',
    about: 'the pages that this specification alone has; they replace those of the theme',
    may: ['layouts', 'components', 'client', 'styles', 'site'],
    reason: 'pages take their data from src/site',
  },
  {
    folder: 'src/routes',
    about: 'the pages of the theme; they choose the data and the components',
    may: ['layouts', 'components', 'client', 'styles', 'site'],
    reason: 'pages take their data from src/site',
  },
  {
    folder: 'src/layouts',
    about: 'the frame around every page',
    may: ['components', 'client', 'site', 'styles'],
    reason: 'layouts take their data from src/site',
  },
  {
    folder: 'src/components',
    about: 'HTML for data that is ready',
    may: ['client', 'styles', 'site', 'map', 'type specgraph'],
    reason: 'components take their data from src/site',
  },
  {
    folder: 'src/client',
    about: 'scripts of the pages',
    may: ['map', 'payloads', 'styles', 'type specgraph'],
    reason: 'a browser gets what src/map, src/payloads and the questions to the graph offer, and types',
    doors: ['query', 'export', 'text/lists', 'text/severities'],
    outside: [
      { regex: '^node:', reason: 'there is no Node in a browser' },
      { regex: '^astro', reason: 'the browser knows no Astro' },
    ],
  },
  { folder: 'src/styles', about: 'style sheets', may: [], reason: 'style sheets import nothing' },
  {
    folder: 'src/site',
    about: 'the graph as data for pages; urls.ts alone knows the addresses of pages',
    may: ['render', 'map', 'payloads', 'git', 'profiles', 'specgraph'],
    reason: 'the data of pages is made from the graph',
    outside: [{ regex: '^node:fs', reason: 'the graph has what the pages show' }],
  },
  {
    folder: 'src/render',
    about: 'a document to its article',
    may: ['map', 'payloads', 'specgraph'],
    reason: 'the article is made from a document and the graph alone',
    outside: [{ regex: '^astro', reason: 'an article needs no Astro' }],
  },
  {
    folder: 'src/map',
    about: 'what the build and the browser need to draw the graph',
    may: ['type specgraph'],
    reason: 'both the build and the browser import it: it knows neither',
    doors: ['query'],
    outside: [{ regex: '^(?:node:|astro)', reason: 'it runs in a browser too' }],
  },
  {
    folder: 'src/payloads',
    about: 'the data that a build hands to scripts: types, and functions for both sides',
    may: ['profiles', 'type specgraph'],
    reason: 'both the build and the browser import it: it knows neither',
    doors: ['query', 'export'],
    outside: [{ regex: '^(?:node:|astro)', reason: 'it runs in a browser too' }],
  },
  {
    folder: 'src/profiles',
    about: 'what families of specifications share: fields, facets, rules and formats of their own',
    may: ['specgraph'],
    reason: 'a profile extends the engine and knows nothing above it',
    outside: [
      { regex: '^node:', reason: 'a browser uses parts of a profile' },
      { regex: '^astro', reason: 'a profile knows no site' },
    ],
  },
  {
    folder: 'src/git',
    about: 'the set as it stood in a revision',
    may: ['specgraph'],
    reason: 'it reads texts from git and knows nothing of who asks',
  },
  {
    folder: 'src/specgraph',
    about: 'the engine: text in, plain data out',
    may: [],
    reason: 'the engine knows nothing above it',
    outside: [
      {
        regex: '^node:',
        reason: 'only disk.ts and load.ts touch the system',
        except: ['src/specgraph/load.ts', 'src/specgraph/disk.ts', 'src/specgraph/load'],
      },
      { regex: '^astro', reason: 'the engine knows no site' },
    ],
  },
];

/** @type {Room[]} The rooms within the engine, from top to bottom. Its top-level modules may import all of them. */
export const ENGINE_ROOMS = [
  {
    folder: 'src/specgraph/load',
    about: 'files of a folder to a project',
    may: ['contracts', 'resolve', 'type renderers', 'parse', 'text', 'model', 'rules'],
    reason: 'files are read without knowing what the graph makes of them',
  },
  {
    folder: 'src/specgraph/refactor',
    about:
      'a wish to edits: rename, insert, move, remove, renumber, with the proof that nothing else changes',
    may: [
      'contracts',
      'query',
      'revisions',
      'build',
      'resolve',
      'extract',
      'kinds',
      'parse',
      'text',
      'model',
    ],
    reason: 'a refactoring is worked out from the graph and its documents; the rules run through check.ts',
  },
  {
    folder: 'src/specgraph/rules',
    about: 'one rule a module, with its page',
    may: ['contracts', 'revisions', 'resolve', 'kinds', 'text', 'model'],
    reason: 'a rule reads the graph; what the graph lacks belongs in extract/',
    outside: [
      {
        regex: String.raw`^\./(?!rule\.ts$|shared/)`,
        reason: 'no rule imports a rule',
        except: ['src/specgraph/rules/index.ts', 'src/specgraph/rules/shared/**'],
      },
      { regex: String.raw`^\.\./(?:load|check)\.ts$`, reason: 'a rule reads the graph' },
    ],
  },
  {
    folder: 'src/specgraph/query',
    about: 'questions to the graph: references, impact, path, difference',
    may: ['type contracts', 'revisions', 'resolve', 'kinds', 'text', 'type model'],
    reason: 'questions are small enough for the browser',
    outside: [
      {
        regex: String.raw`^\.\./resolve/(?!ids\.ts$)`,
        reason: 'questions are small enough for the browser',
      },
    ],
  },
  {
    folder: 'src/specgraph/revisions',
    about: 'which document and section of one revision is which of another one',
    may: ['parse', 'resolve', 'kinds', 'text', 'type model'],
    reason: 'revisions are compared without rules',
  },
  {
    folder: 'src/specgraph/contracts',
    about: 'what a phase promised: read and evaluated',
    may: ['parse', 'resolve', 'text', 'model'],
    reason: 'a contract is evaluated without rules',
  },
  {
    folder: 'src/specgraph/export',
    about: 'the graph in other formats',
    may: ['resolve', 'kinds', 'text', 'model'],
    reason: 'an export is made from the graph',
  },
  {
    folder: 'src/specgraph/build',
    about: 'the nodes and edges of the graph',
    may: ['resolve', 'renderers', 'kinds', 'text', 'type model'],
    reason: 'the graph is built from facts that were extracted',
  },
  {
    folder: 'src/specgraph/resolve',
    about: 'what references point at',
    may: ['kinds', 'renderers', 'text', 'model'],
    reason: 'references are resolved against what was extracted',
  },
  {
    folder: 'src/specgraph/extract',
    about: 'what one document says; one thing read, one module',
    may: ['kinds', 'renderers', 'parse', 'text', 'model'],
    reason: 'a document is read without knowing the others',
  },
  {
    folder: 'src/specgraph/kinds',
    about: 'the kinds of things that prose can point at',
    may: ['text', 'type model'],
    reason: 'a kind is data',
  },
  {
    folder: 'src/specgraph/renderers',
    about: 'what is known of renderers: anchors and addresses',
    may: ['text', 'type model'],
    reason: 'a renderer is data',
  },
  {
    folder: 'src/specgraph/parse',
    about: 'Markdown to a syntax tree, and places in it; code to its first fault',
    may: ['text', 'model'],
    reason: 'Markdown is parsed without knowing what is read from it',
  },
  {
    folder: 'src/specgraph/text',
    about: 'small functions on texts and lists',
    may: ['type model'],
    reason: 'they know nothing of specifications',
  },
  {
    folder: 'src/specgraph/model',
    about: 'types and tables that all others share',
    may: [],
    reason: 'types depend on nothing',
  },
];

const ENGINE = ROOMS.at(-1);

/** Last part of the folder: "client", "extract". */
export const nameOf = (room) => path.posix.basename(room.folder);

/** @returns {Room | undefined} the innermost room that holds a file or folder (path below the repository's root) */
export function roomOf(file) {
  return [...ENGINE_ROOMS, ...ROOMS].find(({ folder }) => file === folder || file.startsWith(`${folder}/`));
}

/** Whether a room may import another one: "values", "types", or not at all. */
export function permission(from, to) {
  if (from === to) return 'values';
  const inner = ENGINE_ROOMS.includes(to);
  // The engine's top-level modules tie its rooms together, and its rooms may use them.
  if (nameOf(from) === 'specgraph') return inner ? 'values' : undefined;
  if (ENGINE_ROOMS.includes(from) && nameOf(to) === 'specgraph') return 'values';
  const target = inner && !ENGINE_ROOMS.includes(from) ? 'specgraph' : nameOf(to);
  if (from.may.includes(target)) return 'values';
  return from.may.includes(`type ${target}`) ? 'types' : undefined;
}

/** The fence of a room for `no-restricted-imports`: its files, and the imports that are forbidden with the reason. */
export function fenceOf(room) {
  const isInner = ENGINE_ROOMS.includes(room);
  const neighbours = (isInner ? [...ENGINE_ROOMS, ...ROOMS] : ROOMS).filter(
    (other) => other !== room && nameOf(other) !== 'specgraph',
  );
  const forbidden = neighbours
    .filter((other) => permission(room, other) !== 'values')
    .map((other) => ({
      regex: `^(?:\\.\\./)+${ENGINE_ROOMS.includes(other) ? '(?:specgraph/)?' : ''}${nameOf(other)}/`,
      reason: room.reason,
      types: permission(room, other) === 'types',
    }));
  // A later entry of ESLint's configuration replaces an earlier one: inner rooms repeat what holds for the engine.
  const ofEngine = isInner ? ENGINE.outside.filter(({ except }) => !except?.includes(room.folder)) : [];
  const outside = [...ofEngine, ...(room.outside ?? [])].map((one) => ({
    ...one,
    types: false,
  }));
  return {
    name: room.folder,
    files: [`${room.folder}/**/*.ts`],
    forbidden: [
      ...forbidden,
      ...(isInner || nameOf(room) === 'specgraph' ? [] : engineFence(room)),
      ...outside,
    ],
  };
}

/** From outside, the engine is entered by its doors only. */
function engineFence(room) {
  const doors = (room.doors ?? []).join('|');
  const others = doors ? `^#specgraph(?!/(?:${doors})$)` : '^#specgraph';
  const mayUse = permission(room, ENGINE);
  return [
    {
      regex: String.raw`^\..*/specgraph/`,
      reason: 'the engine is entered by its doors: #specgraph…',
      types: false,
    },
    ...(mayUse === 'values' ? [] : [{ regex: others, reason: room.reason, types: mayUse === 'types' }]),
  ];
}

/**
 * Every import of a module of this project, components included.
 * @returns {{ file: string, target: string, types: boolean }[]} paths below the repository's root
 */
export function importsOf(root = ROOT) {
  const doors = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).imports;
  return globSync('src/**/*.{ts,astro,mdx}', { cwd: root }).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [...text.matchAll(IMPORT)].flatMap(({ groups }) => {
      const target = targetOf(file, groups.from ?? groups.dynamic, doors);
      return target ? [{ file, target, types: isTypeOnly(groups.names ?? '') }] : [];
    });
  });
}

const IMPORT =
  /^\s*(?:import|export)\s+(?:(?<names>[^'";]*?)\s+from\s+)?'(?<from>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

function isTypeOnly(names) {
  if (/^type\b/.test(names)) return true;
  const list = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  return list !== undefined && list.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name));
}

function targetOf(file, specifier, doors) {
  if (specifier.startsWith('.'))
    return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  if (!specifier.startsWith('#')) return undefined;
  const folder = specifier.slice(0, specifier.lastIndexOf('/') + 1);
  const door = doors[specifier] ?? doors[`${folder}*`]?.replace('*', specifier.slice(folder.length));
  return door?.replace(/^\.\//, '');
}

/** The picture: a flow chart as Mermaid of which room imports which; dotted arrows stand for types only. */
export function drawRooms(root = ROOT) {
  const imports = importsOf(root);
  return [
    drawing(ROOMS, imports, (file) => ROOMS.find(({ folder }) => file.startsWith(`${folder}/`))),
    drawing(ENGINE_ROOMS, imports, roomOf),
  ];
}

function drawing(rooms, imports, roomAt) {
  const arrows = new Map();
  for (const { file, target, types } of imports) {
    const [from, to] = [roomAt(file), roomAt(target)];
    if (from === to || !rooms.includes(from) || !rooms.includes(to)) continue;
    const key = `${rooms.indexOf(from)} ${rooms.indexOf(to)}`;
    arrows.set(key, (arrows.get(key) ?? true) && types);
  }
  const lines = [...arrows].map(([key, types]) => [...key.split(' ').map(Number), types]);
  lines.sort(([a, b], [c, d]) => a - c || b - d);
  const box = (room) => `  ${nameOf(room)}["${nameOf(room)}: ${room.about.replace(/[;:].*/, '')}"]`;
  return [
    'flowchart TB',
    ...rooms.map(box),
    ...lines.map(
      ([from, to, types]) => `  ${nameOf(rooms[from])} ${types ? '-.->' : '-->'} ${nameOf(rooms[to])}`,
    ),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(drawRooms().join('\n\n'));
