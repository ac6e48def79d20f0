import { webOperations, type WebOperation } from '../../tools/operations/web-operations.ts';

let operations: ReturnType<typeof webOperations> | undefined;

/** An operation as the web application sends it: `text`, or `id` instead of it. */
export function operationOf(name: string): WebOperation {
  const operation = (operations ??= webOperations()).get(name);
  if (!operation) throw new Error(`The web application has no operation ${name}`);
  return operation;
}

export const operationText = (name: string): string => operationOf(name).text;
