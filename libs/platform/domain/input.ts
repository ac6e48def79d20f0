import type { z } from 'zod';
import { issue, under, type InputIssue, type IssueParams } from './finding';
import { err, ok, type Result } from './result';

type ZodIssue = z.core.$ZodIssue;

/** Parses what came from outside; the issues name codes, never zod's English sentences. */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Result<Output, readonly InputIssue[]> {
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? ok(parsed.data) : err(toInputIssues(parsed.error.issues));
}

/** Issues of a ZodError parsed with `reportInput`, in the order zod found them. */
export function toInputIssues(issues: readonly ZodIssue[]): readonly InputIssue[] {
  return issues.flatMap(toInputIssue);
}

/** What a schema's own check says: `ctx.addIssue(custom('not_after_start'))`. */
export const custom = (code: string, params: IssueParams = {}, path?: (string | number)[]) => ({
  code: 'custom' as const,
  message: code,
  params: { code, ...params },
  ...(path ? { path } : {}),
});

function toInputIssue(found: ZodIssue): readonly InputIssue[] {
  const path = found.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  switch (found.code) {
    case 'invalid_type':
      return [absent(found.input) ? issue(path, 'required') : issue(path, 'wrong_type', { expected: found.expected })];
    case 'too_big':
      return [issue(path, tooBig[sizeKind(found.origin)], { max: String(found.maximum) })];
    case 'too_small':
      return [tooSmall(path, found.origin, found.minimum, found.input)];
    case 'invalid_format':
      return [issue(path, formats[found.format] ?? 'invalid_format')];
    case 'not_multiple_of':
      return [issue(path, 'not_multiple_of', { step: String(found.divisor) })];
    case 'unrecognized_keys':
      return found.keys.map((key) => issue([...path, key], 'unknown_field'));
    case 'invalid_value':
      return [
        absent(found.input)
          ? issue(path, 'required')
          : issue(path, 'not_an_option', { options: found.values.map(String) }),
      ];
    case 'invalid_union':
      return closest(path, found.errors);
    case 'invalid_key':
    case 'invalid_element':
      return under(path, toInputIssues(found.issues));
    case 'custom':
      return [customIssue(path, found.params)];
  }
}

function tooSmall(path: InputIssue['path'], origin: string, minimum: number | bigint, input: unknown): InputIssue {
  const kind = sizeKind(origin);
  const isEmpty = (typeof input === 'string' || Array.isArray(input)) && input.length === 0;
  return isEmpty ? issue(path, 'required') : issue(path, tooSmallCodes[kind], { min: String(minimum) });
}

/** Of a union's branches the one with the fewest complaints is what the sender meant. */
function closest(path: InputIssue['path'], branches: readonly (readonly ZodIssue[])[]): readonly InputIssue[] {
  const [best] = branches.filter((branch) => branch.length > 0).toSorted((one, other) => one.length - other.length);
  return best ? under(path, toInputIssues(best)) : [issue(path, 'not_an_option')];
}

function customIssue(path: InputIssue['path'], params: Record<string, unknown> = {}): InputIssue {
  const { code, ...rest } = params;
  return issue(path, typeof code === 'string' ? code : 'invalid', rest as IssueParams);
}

type SizeKind = 'text' | 'list' | 'number';

const tooBig = { text: 'too_long', list: 'too_many', number: 'too_large' } as const satisfies Record<SizeKind, string>;
const tooSmallCodes = { text: 'too_short', list: 'too_few', number: 'too_small' } as const satisfies Record<
  SizeKind,
  string
>;

const formats: Readonly<Record<string, string>> = {
  email: 'not_an_email',
  url: 'not_a_url',
  uuid: 'not_an_id',
  date: 'not_a_date',
  datetime: 'not_an_instant',
  regex: 'invalid_format',
};

function sizeKind(origin: string): SizeKind {
  if (origin === 'string') return 'text';
  return origin === 'array' || origin === 'set' ? 'list' : 'number';
}

const absent = (input: unknown): boolean => input === undefined || input === null;
