import type { Ids } from '@planerka/testing/server';
import type { Answer } from '../harness';

/** What somebody is told. */
export type Verdict =
  /** They see it; or the command looked at more than who asks. */
  | 'allowed'
  /** «Sign in first». */
  | 'refused'
  /** The same as for a wrong id. */
  | 'not found'
  /** A list, and nothing of it is in it. */
  | 'absent';

/** Codes of an input that names what is not there. */
const absentCodes = new Set(['not_found', 'not_an_option', 'unknown_member']);

/** @param isOwn the field shows the asker's own things: whatever it answers, it answers */
export function verdictOf(answer: Answer, field: string, things: Ids, isOwn: boolean): Verdict | `error: ${string}` {
  const [error] = answer.errors;
  if (error) return error.extensions['code'] === 'UNAUTHENTICATED' ? 'refused' : `error: ${error.message}`;
  const value = answer.data[field] as unknown;
  if (value === null) return 'not found';
  if (isNotFound(value)) return 'not found';
  if (isOwn) return 'allowed';
  const text = JSON.stringify(value);
  return Object.values(things).some((id) => text.includes(id)) ? 'allowed' : 'absent';
}

function isNotFound(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { __typename, InvalidInput__issues, IllegalTransition__reason } = value as {
    readonly __typename?: string;
    readonly InvalidInput__issues?: readonly { readonly code: string }[];
    readonly IllegalTransition__reason?: string | null;
  };
  if (__typename === 'InvalidInput') return (InvalidInput__issues ?? []).every(({ code }) => absentCodes.has(code));
  return __typename === 'NotFound' || IllegalTransition__reason === 'not_yours';
}
