/** Finds paths and names that differ from a frequent one in a folder, an extension, a separator or a prefix. */
import type { CodeName } from '../../model/index.ts';
import { slipBetween, type NearName } from '../../text/near-miss.ts';

/** A folder is taken as the right spelling from so many uses on. */
const MIN_USES_OF_FOLDER = 5;
const MIN_FOLDER = 4;
/** The same for file names with their extension, for names with separators, and for names with a prefix. */
const MIN_USES_OF_FILE = 4;
const MIN_USES_OF_SEPARATED = 5;
const MIN_USES_OF_JOINED = 4;
const MIN_USES_OF_TAG = 2;
const MIN_USES_OF_PREFIXED = 3;
/** So many names with one prefix are a family. */
const MIN_FAMILY = 10;

/** Extensions that are taken for each other: of other pairs (`app.ts`, `app.js`) both files may exist. */
const EXTENSIONS_ALIKE = [
  ['yaml', 'yml', 'json', 'toml'],
  ['sh', 'bash', 'zsh', 'py'],
  ['pem', 'crt', 'cert', 'cer'],
  ['conf', 'cfg', 'config', 'ini', 'env'],
  ['html', 'htm'],
  ['jpeg', 'jpg', 'png'],
  ['service', 'unit', 'timer', 'socket'],
  ['md', 'markdown', 'txt'],
  ['db', 'sqlite', 'sql'],
];

/**
 * Finds absolute paths that lead through a folder which stands once, where the same folder with one letter more, less or
 * other stands often: "/opt/app/script/x" beside "/opt/app/scripts/".
 * @returns a function that gives the folder that was probably meant
 */
export function otherFolders(names: readonly CodeName[]): NearName {
  const folders = new Map<string, CodeName>();
  for (const one of names) {
    for (const folder of foldersOf(one.name)) {
      const known = folders.get(folder);
      if (known) known.count += one.count;
      else folders.set(folder, { ...one, name: folder });
    }
  }
  const templates = new Set(names.flatMap(({ name, isTemplate }) => (isTemplate ? [name.slice(0, -1)] : [])));
  const siblings = Map.groupBy(folders.values(), ({ name }) => parentOf(name));
  return (path) => {
    for (const folder of foldersOf(path)) {
      if (folders.get(folder)!.count > 1) continue;
      const own = folder.slice(parentOf(folder).length);
      const meant = siblings.get(parentOf(folder))!.filter(({ name, count }) => {
        const other = name.slice(parentOf(name).length);
        // "/user/{id}" beside "/users" is one of them.
        if (templates.has(folder) && (own === `${other}s` || other === `${own}s`)) return false;
        const slip = count >= MIN_USES_OF_FOLDER && slipBetween(own, other);
        return slip && Math.min(own.length, other.length) >= MIN_FOLDER && /^[a-z]*$/i.test(own + other);
      });
      if (meant.length === 1) return { name: meant[0] };
      return undefined;
    }
    return undefined;
  };
}

/** The folders that an absolute path names, below the top: "/opt/app" and "/opt/app/scripts" of "/opt/app/scripts/x". */
function foldersOf(path: string): string[] {
  if (!path.startsWith('/')) return [];
  const parts = path.replace(/\/$/, '').split('/');
  // The last part is a folder, unless it has an extension.
  if (/\w\.\w/.test(parts.at(-1)!)) parts.pop();
  return parts.slice(2).map((_, i) => parts.slice(0, i + 3).join('/'));
}

/** "/opt/app/" of "/opt/app/scripts". */
function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/') + 1);
}

/** "/etc/app/server.yml" beside "/etc/app/server.yaml", which stands often. */
export function otherExtensions(names: readonly CodeName[]): NearName {
  const files = names.flatMap((one) => {
    const [, stem, extension] = EXTENSION.exec(one.name) ?? [];
    return extension === undefined ? [] : [{ one, stem, extension }];
  });
  const byStem = Map.groupBy(files, ({ stem }) => stem);
  return (name) => {
    const [, stem, extension] = EXTENSION.exec(name) ?? [];
    const own = (stem !== undefined && byStem.get(stem)) || [];
    const group = EXTENSIONS_ALIKE.find((alike) => alike.includes(extension));
    const [other, ...more] = own.filter(
      (file) => file.extension !== extension && group?.includes(file.extension),
    );
    // "config" has files of many kinds, each its own; "/srv/certs/ca" is one thing.
    const isDistinct = own.length === 2 || /[/_-]/.test(stem!);
    return other && more.length === 0 && isDistinct && other.one.count >= MIN_USES_OF_FILE
      ? { name: other.one }
      : undefined;
  };
}

const EXTENSION = /^(.*\w)\.([a-z]{2,8})$/;

/**
 * "example/load-balancer" beside "example/loadbalancer", and "X-App-User-Id" beside "X-App-UserId": paths, and names of three
 * or more words with one kind of separator. Other names are often written in several ways.
 */
export function otherSeparators(names: readonly CodeName[]): NearName {
  const key = (name: string): string | undefined => {
    const isPath = name.includes('/');
    const separator = isPath
      ? '/'
      : /^(?:--)?[A-Za-z0-9]+(?:([-_])[A-Za-z0-9]+)(?:\1[A-Za-z0-9]+)*$/.exec(name)?.[1];
    // The hyphens before a flag are none of its separators.
    return separator && separator + name.replaceAll(/(?<=\w)[-_]/g, '');
  };
  const alike = Map.groupBy(names, ({ name }) => key(name));
  return (name) => {
    const own = key(name);
    const both = own === undefined ? undefined : alike.get(own);
    const other = both?.length === 2 ? both.find((one) => one.name !== name) : undefined;
    const minUses = own?.startsWith('/') ? MIN_USES_OF_SEPARATED : MIN_USES_OF_JOINED;
    return other && other.count >= minUses ? { name: other } : undefined;
  };
}

/**
 * "example/server:1.25.0-jammy" beside "example/server:1.25.0-noble", which stands often: one part behind the version is
 * another one, which no other tag of the image has.
 */
export function otherTags(names: readonly CodeName[]): NearName {
  const images = names.flatMap((one) => {
    const [, image, tag] = IMAGE.exec(one.name) ?? [];
    return image === undefined ? [] : [{ one, image, parts: tag.split('-') }];
  });
  const byImage = Map.groupBy(images, ({ image }) => image);
  return (name) => {
    const [, image, tag] = IMAGE.exec(name) ?? [];
    const own = (image !== undefined && byImage.get(image)) || [];
    const parts = tag?.split('-') ?? [];
    const meant = own.filter((other) => {
      const differing = parts.flatMap((part, i) => (part === other.parts[i] ? [] : [i]));
      const isAlike = parts.length === other.parts.length && differing.length === 1 && differing[0] > 0;
      if (!isAlike || other.one.count < MIN_USES_OF_TAG) return false;
      return own.every((one) => one.one.name === name || !one.parts.includes(parts[differing[0]]));
    });
    return meant.length === 1 ? { name: meant[0].one } : undefined;
  };
}

const IMAGE = /^([\w.-]+(?:\/[\w.-]+)+):([\w.]+(?:-[\w.]+)+)$/;

/** "LOG_LEVEL" beside "APP_LOG_LEVEL", where many names begin with "APP_". */
export function withoutPrefix(names: readonly CodeName[]): NearName {
  const prefixes = Map.groupBy(
    names.filter(({ name }) => IN_CAPITALS.test(name)),
    ({ name }) => name.slice(0, name.indexOf('_') + 1),
  );
  const families = [...prefixes].filter(([, family]) => family.length >= MIN_FAMILY);
  return (name) => {
    if (families.length === 0 || !IN_CAPITALS.test(name)) return undefined;
    const found = families.flatMap(([prefix, family]) =>
      family.filter((one) => one.name === prefix + name && one.count >= MIN_USES_OF_PREFIXED),
    );
    return found.length === 1 ? { name: found[0] } : undefined;
  };
}

const IN_CAPITALS = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
