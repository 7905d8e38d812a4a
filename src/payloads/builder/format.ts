/** The format of a value, as the specification's table of validation rules states it, and its check. Pure functions. */
import { matches, toNumber } from './rules.ts';

export interface Format {
  /** The rule, quoted from the specification: "integer >= 1, no leading zero". */
  rule: string;
  /** `${VALUE}` in it stands for the value or the part of it that is wrong. */
  message: string;
  /** Regular expression that the value, or each part of it, must match. */
  pattern?: string;
  /** Values that are right without matching the pattern. */
  allowedValues?: readonly string[];
  /** What separates the parts. */
  split?: 'blanks' | 'commas';
  min?: number;
  max?: number;
  /** Whether the minimum or the maximum itself is excluded. */
  open?: { min?: boolean; max?: boolean };
  except?: readonly number[];
  /** Whether the range applies to a port after the last colon. */
  port?: boolean;
  pem?: 'certificate' | 'key';
  notEmpty?: boolean;
}

/** Longer values are rejected without matching: patterns come from documents, and a match could take very long. */
const MAX_CHECKED_LENGTH = 4096;

/** @returns what is wrong with a value, or undefined */
export function checkFormat(value: string, format: Format): string | undefined {
  if (value === '') return format.notEmpty ? format.message : undefined;
  const invalidPart = partsOf(value, format.split).find((part) => !fits(part, format));
  return invalidPart === undefined
    ? undefined
    : format.message.replaceAll('${VALUE}', shortened(invalidPart));
}

function partsOf(value: string, split: Format['split']): string[] {
  if (split === 'blanks') return value.trim().split(/\s+/);
  return split === 'commas' ? value.split(',').map((part) => part.trim()) : [value];
}

function fits(part: string, { pattern, allowedValues, port, min, max, open, except, pem }: Format): boolean {
  if (allowedValues?.includes(part)) return true;
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

/** Whether a text holds a PEM block of this kind with valid base64. The signature is not checked: the machine that gets it does that. */
function isPem(text: string, kind: 'certificate' | 'key'): boolean {
  const [, label = '', body = ''] = PEM.exec(decodedPem(text)) ?? [];
  if (!(kind === 'key' ? /(?:^| )PRIVATE KEY$/.test(label) : label === 'CERTIFICATE')) return false;
  const bytes = decodeBase64(body.replaceAll(/\s+/g, ''));
  // DER begins with the tag of a sequence.
  return bytes !== undefined && bytes.length > 2 && bytes.charCodeAt(0) === 0x30;
}

/** The PEM text, decoded if it was given as base64. */
function decodedPem(text: string): string {
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
