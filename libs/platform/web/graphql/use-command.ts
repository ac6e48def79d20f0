import { useCallback, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { usePlatformText } from '../locales/platform-text';
import { useConfirm } from '../ui/confirm';
import { toastProblem } from '../ui/toasts';
import { type CommandResult, type Outcome, outcomeOf } from './outcome';

/** What useCommand needs of a @mantine/form form. */
export interface FormLike {
  setErrors: (errors: Record<string, string>) => void;
  clearErrors?: () => void;
}

export interface CommandOptions {
  /** Issues of `InvalidInput` land on its fields; show what has no field with `<FormErrors form={form} />`. */
  form?: FormLike;
  /** The form's name of a field that the server names otherwise: `lines.0.newTotal` → `rows.0.newTotal`. */
  fieldOf?: (path: string) => string;
  /** Loads the newer version after «Кто-то уже изменил это»; the form's text stays as it is. */
  onReload?: () => void;
  /** The caller shows refusals and failures itself. */
  isQuiet?: boolean;
}

export type RunCommand<Data, Variables> = (variables: Variables) => Promise<Outcome<CommandResult<Data>>>;

/**
 * One mutation with its whole etiquette: refusals become a sentence, issues go to their fields, a stale version asks what to do,
 * a fault shows its id. Returns the outcome for what only the caller knows.
 */
export function useCommand<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { form, fieldOf = sameName, onReload, isQuiet = false }: CommandOptions = {},
): [run: RunCommand<Data, Variables>, isRunning: boolean] {
  const client = useClient();
  const confirm = useConfirm();
  const t = usePlatformText();
  const [running, setRunning] = useState(0);

  const run = useCallback<RunCommand<Data, Variables>>(
    async (variables) => {
      setRunning((count) => count + 1);
      form?.clearErrors?.();
      try {
        const { data, error } = await client.mutation(document, variables).toPromise();
        const outcome = outcomeOf(data, error);
        if (outcome.status === 'success') return outcome;
        if (outcome.status === 'refused') {
          if (form && outcome.issues.length > 0) {
            form.setErrors(Object.fromEntries(outcome.issues.map((issue) => [fieldOf(issue.path), issue.message])));
            return outcome;
          }
          if (onReload && isStale(outcome.refusal)) {
            if (await confirm({ title: t('stale.title'), text: t('stale.text'), confirm: t('stale.reload') }))
              onReload();
            return outcome;
          }
        }
        if (!isQuiet) toastProblem(outcome.message, outcome.status === 'failed' ? 'failure' : undefined);
        return outcome;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [client, confirm, document, fieldOf, form, isQuiet, onReload, t],
  );

  return [run, running > 0];
}

const sameName = (path: string): string => path;

function isStale(refusal: unknown): boolean {
  return (
    typeof refusal === 'object' && refusal !== null && '__typename' in refusal && refusal.__typename === 'StaleVersion'
  );
}
