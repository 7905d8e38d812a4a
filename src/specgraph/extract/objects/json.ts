import { pathBelow, type ObjectInText } from './object-in-text.ts';

/** A string, a comment, or a bracket. */
const TOKEN = /"((?:[^"\\\n]|\\.)*)"(\s*:)?|\/\/.*|\/\*[\s\S]*?\*\/|[{}[\]]/g;

/** An open object or list, and the path of what begins in it next. */
interface Open {
  path: string;
  object?: ObjectInText;
  next: string;
}

/** The objects of JSON, in the order of their beginnings; what is not valid in it is passed over. */
export function jsonObjects(code: string): ObjectInText[] {
  const found: ObjectInText[] = [];
  const open: Open[] = [];
  for (const match of code.matchAll(TOKEN)) {
    const [token, text, colon] = match;
    const top = open.at(-1);
    if (token === '{' || token === '[') {
      const path = top?.next ?? '';
      const object = token === '{' ? { path, keys: [] } : undefined;
      if (object) found.push(object);
      open.push({ path, object, next: object ? path : pathBelow(path, '[]') });
    } else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined && top?.object) {
      top.object.keys.push({ name: text, offset: match.index + 1 });
      top.next = pathBelow(top.path, text);
    }
  }
  return found;
}
