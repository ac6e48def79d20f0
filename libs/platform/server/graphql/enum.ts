import { registerEnumType } from '@nestjs/graphql';

type Screaming<Values extends readonly string[]> = { readonly [Value in Values[number] as Uppercase<Value>]: Value };

/**
 * A GraphQL enum over a domain's literal union: `IN_PROGRESS` on the wire, `'in_progress'` inside.
 * `export const TaskStateEnum = graphqlEnum('TaskState', taskStates)`, then `@Field(() => TaskStateEnum) state!: TaskState`.
 */
export function graphqlEnum<const Values extends readonly string[]>(
  name: string,
  values: Values,
  description?: string,
): Screaming<Values> {
  const members = Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as Screaming<Values>;
  registerEnumType(members, description === undefined ? { name } : { name, description });
  return members;
}
