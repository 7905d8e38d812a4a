/** The form of one value, as the specification's table of validation rules states it. Pure. */
import { matches, toNumber } from './rules.ts';

export interface Format {
  /** The rule in the words of the specification: "integer >= 1, no leading zero". */
  rule: string;
  /** `${VALUE}` in it stands for the value, or the part of it, that is wrong. */
  message: string;
  /** Regular expression of a value or of each part. */
  pattern?: string;
  /** Values that need not match it. */
  also?: readonly string[];
  /** What separates the parts. */
  split?: 'blanks' | 'commas';
  min?: number;
  max?: number;
  /** The ends of the range are outside of it. */
  open?: { min?: boolean; max?: boolean };
  except?: readonly number[];
  /** The number behind the last colon is a port. */
  port?: boolean;
  pem?: 'certificate' | 'key';
  notEmpty?: boolean;
}

/** Longer values are not held against a pattern: the patterns come from documents. */
const MAX_CHECKED_LENGTH = 4096;

/** @returns what is wrong with a value, or undefined */
export function checkFormat(value: string, format: Format): string | undefined {
  if (value === '') return format.notEmpty ? format.message : undefined;
  const bad = partsOf(value, format.split).find((part) => !fits(part, format));
  return bad === undefined ? undefined : format.message.replaceAll('${VALUE}', shortened(bad));
}

function partsOf(value: string, split: Format['split']): string[] {
  if (split === 'blanks') return value.trim().split(/\s+/);
  return split === 'commas' ? value.split(',').map((part) => part.trim()) : [value];
}

function fits(part: string, { pattern, also, port, min, max, open, except, pem }: Format): boolean {
  if (also?.includes(part)) return true;
  if (pem) return isPem(part, pem);
  if (pattern !== undefined && (part.length > MAX_CHECKED_LENGTH || matches(pattern, part) === false))
    return false;
  if (min === undefined && max === undefined) return true;
  const number = toNumber(port ? part.slice(part.lastIndexOf(':') + 1) : part);
  if (Number.isNaN(number) || except?.includes(number)) return false;
  const above = min === undefined || (open?.min ? number > min : number >= min);
  return above && (max === undefined || (open?.max ? number < max : number <= max));
}

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END \1-----/;

/** Whether a text holds a PEM block of this kind, the base64 in it being whole. The signature is for the appliance to check. */
export function isPem(text: string, kind: 'certificate' | 'key'): boolean {
  const [, label = '', body = ''] = PEM.exec(decodedPem(text)) ?? [];
  if (!(kind === 'key' ? /(?:^| )PRIVATE KEY$/.test(label) : label === 'CERTIFICATE')) return false;
  const bytes = decodeBase64(body.replaceAll(/\s+/g, ''));
  // DER begins with a sequence.
  return bytes !== undefined && bytes.length > 2 && bytes.charCodeAt(0) === 0x30;
}

/** The PEM text itself, where its base64 was given instead. */
export function decodedPem(text: string): string {
  if (text.includes('-----BEGIN')) return text;
  return decodeBase64(text.replaceAll(/\s+/g, '')) ?? '';
}

export function decodeBase64(text: string): string | undefined {
  try {
    return text === '' ? undefined : atob(text);
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
