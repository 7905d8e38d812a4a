/** Algorithms that make anchors of headings. */
import GithubSlugger, { slug as githubSlug } from 'github-slugger';
import type { AnchorRules, Duplicates } from './renderer.ts';

export { githubSlug };

/** Ruby's `\p{Word}`: letters, marks, decimal digits and connecting punctuation. */
const NOT_WORD = /[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

export function gitlabSlug(words: string): string {
  const slug = words
    .trim()
    .toLowerCase()
    .replace(
      /\s*\**\((?:premium|ultimate|free|beta|experiment)(?:\s+(?:all|self|saas))?(?:\s+(?:beta|experiment))?\)\**/g,
      '',
    )
    .replace(NOT_WORD, '')
    .replaceAll(' ', '-')
    .replace(/-{2,}/g, '-');
  return /^\d+$/.test(slug) ? `anchor-${slug}` : slug;
}

/** Of kramdown's parser for GitHub-flavoured Markdown, which Jekyll uses unless it is told otherwise. */
export function kramdownSlug(words: string): string {
  return words.toLowerCase().replace(NOT_WORD, '').replace(/[ \t]/g, '-');
}

/** Of Python-Markdown: accents go, and so do letters that ASCII lacks. */
export function pythonSlug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[^\0-\x7F]/g, '')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

export function bitbucketSlug(words: string): string {
  return `markdown-header-${pythonSlug(words)}`;
}

/** Of Hugo, type "github": letters, decimal digits and "_" stay, blanks become hyphens. */
export function hugoSlug(words: string): string {
  return words
    .trim()
    .replace(/[^\p{L}\p{Nd}_\- ]/gu, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

/** Of mdBook: letter case is changed within ASCII only. */
export function mdbookSlug(words: string): string {
  return words
    .trim()
    .replace(/^#+/, '')
    .trim()
    .replace(/\s/g, '-')
    .replace(/[^\p{Alphabetic}\p{N}_-]/gu, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const VITEPRESS_MARKS = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g;

/** Of @mdit-vue/shared, which VitePress uses. */
export function vitepressSlug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[\0-\x1F]/g, '')
    .replace(VITEPRESS_MARKS, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?=\d)/, '_')
    .toLowerCase();
}

/** Gives the anchors of the headings of one document, in their order; "" for none. */
export function createSlugger({ slug, duplicates, empty = '' }: AnchorRules): {
  slugOf(words: string): string;
} {
  const makeUnique = COUNTERS[duplicates]();
  return {
    slugOf(words) {
      const own = slug(words) || empty;
      return own === '' && duplicates !== 'github' ? '' : makeUnique(own);
    },
  };
}

const COUNTERS: Record<Duplicates, () => (slug: string) => string> = {
  github() {
    const { occurrences } = new GithubSlugger();
    return (slug) => {
      let result = slug;
      while (Object.hasOwn(occurrences, result)) result = `${slug}-${++occurrences[slug]}`;
      occurrences[result] = 0;
      return result;
    };
  },
  free() {
    const used = new Set<string>();
    const next = new Map<string, number>();
    return (slug) => {
      let result = slug;
      for (let i = next.get(slug) ?? 1; used.has(result); i++) {
        result = `${slug}-${i}`;
        next.set(slug, i);
      }
      used.add(result);
      return result;
    };
  },
  count() {
    const counts = new Map<string, number>();
    return (slug) => {
      const before = counts.get(slug) ?? 0;
      counts.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    };
  },
  underscore() {
    const used = new Set<string>();
    const last = new Map<string, string>();
    return (slug) => {
      let result = last.get(slug) ?? slug;
      while (used.has(result)) {
        const [, stem, number] = /^(.*)_(\d+)$/s.exec(result) ?? [];
        result = stem === undefined ? `${result}_1` : `${stem}_${Number(number) + 1}`;
      }
      used.add(result);
      last.set(slug, result);
      return result;
    };
  },
};
