import { createUnionType } from '@nestjs/graphql';
import type { Result } from '@planerka/platform/domain';
import type { Type } from '@nestjs/common';
import { InvalidInput, NotFound, StaleVersion } from './errors.object';

/** Failures that nearly every command can have. */
export const commonErrors = [InvalidInput, NotFound, StaleVersion] as const;

/**
 * The union a command answers with: its success type first, then its expected failures.
 * `const AcceptTaskResult = resultUnion('AcceptTaskResult', [AcceptTaskSuccess, IllegalTransition, BudgetExceeded, NotFound])`
 */
export function resultUnion(name: string, members: readonly Type<unknown>[]) {
  return createUnionType({
    name,
    types: () => members as readonly Type<unknown>[] & readonly [Type<unknown>],
    resolveType: (value: { __typename: string }) => value.__typename,
  });
}

type Tagged<Name extends string, Value> = Value & { readonly __typename: Name };

/** A command's Result as the member of its union: success under its type's name, an error under its kind. */
export function toResult<Name extends string, T, Success extends object, E extends { readonly kind: string }>(
  success: Name,
  result: Result<T, E>,
  present: (value: T) => Success,
): Tagged<Name, Success> | (E & { readonly __typename: string; readonly message: string }) {
  if (result.ok) return { __typename: success, ...present(result.value) };
  return { ...result.error, __typename: result.error.kind, message: messageOf(result.error) };
}

/** For developers reading a response; people read the client's own words. */
function messageOf(error: { readonly kind: string }): string {
  const { kind, ...facts } = error;
  const told = JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  return told === '{}' ? kind : `${kind}: ${told}`;
}
