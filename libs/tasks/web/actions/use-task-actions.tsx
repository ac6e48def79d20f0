import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { outcomeOf, toast, toastProblem, useFormat, useGo } from '@planerka/platform/web';
import { type ReactNode, useState } from 'react';
import { useClient } from 'urql';
import { lower, useBriefWords } from '../brief/brief-words';
import { useT } from '../locales';
import {
  isPlain,
  isReasoned,
  plainCommands,
  reasonedCommands,
  type PlainAction,
  type ReasonedAction,
} from './task-commands';

/** What has to be known of a task to act on it. */
export interface ActionableTask {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly predecessors: readonly { readonly title: string; readonly state: string }[];
}

export interface Offer {
  readonly action: string;
  readonly isPrimary: boolean;
  readonly to: string | null;
  readonly count: number | null;
}

export interface TaskActions {
  /** Does it at once, asks why first, or leads to where it is done. */
  act: (task: ActionableTask, offer: Offer) => void;
  /** Render it once on the page: the question why. */
  readonly dialog: ReactNode;
  readonly isRunning: boolean;
}

export interface TaskActionsOptions {
  /** Where review has its own form: the client's approvers, the link, the due date. */
  readonly onSendToClient?: (taskId: string) => void;
  /** On the task's own page: where the work is submitted, the question is asked and answered. */
  readonly onLead?: (task: ActionableTask, to: 'submit' | 'ask' | 'answer') => void;
  readonly onDone?: () => void;
}

interface Taken {
  readonly isDone: boolean;
  readonly problem?: string;
}

interface Question {
  readonly task: ActionableTask;
  readonly action: ReasonedAction;
  readonly openComments: number;
}

/** The workflow's actions on any screen. The server has decided which are offered; this only carries them out. */
export function useTaskActions({ onSendToClient, onLead, onDone }: TaskActionsOptions = {}): TaskActions {
  const t = useT();
  const client = useClient();
  const go = useGo();
  const explain = useRefusalText();
  const [question, setQuestion] = useState<Question | null>(null);
  const [running, setRunning] = useState(0);

  /** True when done; what the server says of the reason, for the field it stands in. */
  async function run(task: ActionableTask, action: PlainAction | ReasonedAction, reason?: string): Promise<Taken> {
    setRunning((count) => count + 1);
    const input = { taskId: task.id, expectedVersion: task.version };
    const { data, error } = isPlain(action)
      ? await client.mutation(plainCommands[action], { input }).toPromise()
      : await client.mutation(reasonedCommands[action], { input: { ...input, reason: reason ?? '' } }).toPromise();
    setRunning((count) => count - 1);
    const outcome = outcomeOf<object>(data, error);
    if (outcome.status === 'success') {
      toast(t(`done.${action.toLowerCase() as Lowercase<typeof action>}`));
      onDone?.();
      return { isDone: true };
    }
    const wrong = outcome.status === 'refused' && outcome.issues.find(({ path }) => path === 'reason');
    if (wrong) return { isDone: false, problem: wrong.message };
    const refusal: unknown = outcome.status === 'refused' ? outcome.refusal : null;
    toastProblem(explain(refusal, task) ?? outcome.message);
    if (isNamed(refusal, 'BriefNotReady')) go(`/tasks/${task.id}/brief`);
    return { isDone: false };
  }

  function act(task: ActionableTask, { action, to, count }: Offer): void {
    if (action === 'APPROVE' && to === 'CLIENT_REVIEW') {
      if (onSendToClient) onSendToClient(task.id);
      else go(`/tasks/${task.id}`);
    } else if (action === 'SUBMIT' || action === 'ASK' || action === 'ANSWER') {
      const place = action.toLowerCase() as 'submit' | 'ask' | 'answer';
      if (onLead) onLead(task, place);
      else go(`/tasks/${task.id}#${place}`);
    } else if (isReasoned(action)) {
      setQuestion({ task, action, openComments: action === 'REQUEST_CHANGES' ? (count ?? 0) : 0 });
    } else if (isPlain(action)) {
      void run(task, action);
    }
  }

  const dialog = question && (
    <ReasonDialog
      key={`${question.task.id}${question.action}`}
      question={question}
      isRunning={running > 0}
      onClose={() => setQuestion(null)}
      onSubmit={async (reason) => {
        const taken = await run(question.task, question.action, reason);
        if (taken.isDone) setQuestion(null);
        return taken.problem;
      }}
    />
  );

  return { act, dialog, isRunning: running > 0 };
}

function ReasonDialog({
  question: { action, openComments },
  isRunning,
  onClose,
  onSubmit,
}: {
  question: Question;
  isRunning: boolean;
  onClose: () => void;
  /** Answers what is wrong with the reason, if anything. */
  onSubmit: (reason: string) => Promise<string | undefined>;
}) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const key = action.toLowerCase() as Lowercase<ReasonedAction>;
  const isOptional = action === 'REVISE' || action === 'WITHDRAW' || openComments > 0;
  const isMissing = !isOptional && reason.trim() === '';
  return (
    <Modal opened onClose={onClose} title={t(`ask.${key}.title`)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isMissing) setProblem(t('ask.required'));
          else void onSubmit(reason).then(setProblem);
        }}
      >
        <Stack gap="md">
          {openComments > 0 && <Text>{t('ask.request_changes_open', { count: openComments })}</Text>}
          <Textarea
            label={t(`ask.${key}.label`)}
            description={t(`ask.${key}.hint`)}
            required={!isOptional}
            autosize
            minRows={3}
            maxRows={12}
            data-autofocus
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setProblem(undefined);
            }}
            error={problem}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              {t('ask.back')}
            </Button>
            <Button
              type="submit"
              variant="filled"
              loading={isRunning}
              {...(action === 'CANCEL' ? { color: 'danger' } : {})}
            >
              {t(`action.${key}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

/** Refusals that have figures or names to tell; the others have their sentence already. */
function useRefusalText(): (refusal: unknown, task: ActionableTask) => string | null {
  const t = useT();
  const format = useFormat();
  const words = useBriefWords();
  return (refusal, task) => {
    if (isNamed(refusal, 'BudgetExceeded')) {
      const { category, month, missing, available, needed } = refusal as unknown as Record<
        'missing' | 'available' | 'needed',
        MoneyValue
      > & {
        category: string;
        month: string;
      };
      const discipline = lower(category);
      return t('refusal.budget', {
        line: `${t(`discipline.${discipline}`)}, ${format.monthName(month)}`,
        missing: format.money(missing),
        available: format.money(available),
        needed: format.money(needed),
      });
    }
    if (isNamed(refusal, 'BriefNotReady')) {
      const { findings } = refusal as unknown as {
        findings: { field: string; code: string; params: unknown; blocks: boolean }[];
      };
      const first = findings.find(({ blocks }) => blocks);
      return t('refusal.notReady', { first: first ? words.finding(first) : '' });
    }
    if (isNamed(refusal, 'IllegalTransition') && 'reason' in refusal && refusal.reason === 'predecessor_not_done') {
      const open = task.predecessors.filter(({ state }) => state !== 'DONE' && state !== 'CANCELLED');
      return t('refusal.waits', { titles: format.list(open.map(({ title }) => `«${title}»`)) });
    }
    return null;
  };
}

const isNamed = (value: unknown, name: string): value is { __typename: string } =>
  typeof value === 'object' && value !== null && '__typename' in value && value.__typename === name;
