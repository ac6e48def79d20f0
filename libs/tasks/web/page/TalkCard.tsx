import { Button, Textarea } from '@mantine/core';
import {
  Card,
  CardHeader,
  Chip,
  type FragmentOf,
  graphql,
  readFragment,
  Section,
  useCommand,
  useFormat,
  usePersistentDraft,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import classes from './TalkCard.module.css';

export const TalkCard_task = graphql(`
  fragment TalkCard_task on Task {
    id
    state
    viewerCanAsk
    viewerCanAnswer
    details {
      questions {
        id
        question
        askedBy
        askedAt
        answer
        answeredBy
        answeredAt
      }
    }
  }
`);

const AskMutation = graphql(
  `
    mutation AskTaskQuestion($input: AskTaskQuestionInput!) {
      askTaskQuestion(input: $input) {
        __typename
        ... on TaskSuccess {
          task {
            id
            isBlocked
            openQuestions
            ...TalkCard_task
            availableActions {
              action
              isPrimary
              to
              count
            }
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, TalkCard_task],
);

const AnswerMutation = graphql(
  `
    mutation AnswerTaskQuestion($input: AnswerTaskQuestionInput!) {
      answerTaskQuestion(input: $input) {
        __typename
        ... on TaskSuccess {
          task {
            id
            isBlocked
            openQuestions
            ...TalkCard_task
            availableActions {
              action
              isPrimary
              to
              count
            }
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, TalkCard_task],
);

/** A question holds the work up until it is answered; both stay with the task. */
export function TalkCard({ task: shown }: { task: FragmentOf<typeof TalkCard_task> }) {
  const t = useT();
  const format = useFormat();
  const task = readFragment(TalkCard_task, shown);
  const [ask, isAsking] = useCommand(AskMutation, { isQuiet: true });
  const [answer, isAnswering] = useCommand(AnswerMutation, { isQuiet: true });
  const isOpen = task.state !== 'DONE' && task.state !== 'CANCELLED';
  const canAsk = task.viewerCanAsk && isOpen;
  const { questions } = task.details;
  if (questions.length === 0 && !canAsk) return null;
  return (
    <Card label={t('page.questions')} id="ask">
      <CardHeader title={t('page.questions')} count={questions.length || undefined} ruled={questions.length > 0} />
      {questions.map((one, index) => (
        <Section
          key={one.id}
          className={classes.question}
          id={index === questions.findIndex(({ answer: given }) => given === null) ? 'answer' : undefined}
        >
          <p className={classes.who}>
            <b>{one.askedBy}</b> {format.relative(one.askedAt)}
            {one.answer === null && <Chip tone="warn">{t('page.waitsAnswer')}</Chip>}
          </p>
          <p className={classes.text}>{one.question}</p>
          {one.answer !== null && (
            <div className={classes.answer}>
              <p className={classes.who}>
                <b>{one.answeredBy}</b> {one.answeredAt && format.relative(one.answeredAt)}
              </p>
              <p className={classes.text}>{one.answer}</p>
            </div>
          )}
          {one.answer === null && task.viewerCanAnswer && isOpen && (
            <Words
              draftKey={`answer-${one.id}`}
              placeholder={t('page.answerPlaceholder')}
              verb={t('page.answerSend')}
              isRunning={isAnswering}
              onSend={async (text) =>
                problemOf(await answer({ input: { taskId: task.id, questionId: one.id, answer: text } }))
              }
            />
          )}
        </Section>
      ))}
      {canAsk && (
        <Section>
          <Words
            draftKey={`question-${task.id}`}
            placeholder={t('page.askPlaceholder')}
            verb={t('page.askSend')}
            isRunning={isAsking}
            onSend={async (text) => problemOf(await ask({ input: { taskId: task.id, question: text } }))}
          />
        </Section>
      )}
    </Card>
  );
}

/** A word about the field where there is one, else about the whole. */
function problemOf(outcome: Answered): string | undefined {
  return 'message' in outcome ? (outcome.issues?.[0]?.message ?? outcome.message) : undefined;
}

type Answered =
  | { readonly status: 'success' }
  | { readonly status: string; readonly message: string; readonly issues?: readonly { readonly message: string }[] };

/** A line that grows; its words stay until they are taken. */
function Words({
  draftKey,
  placeholder,
  verb,
  isRunning,
  onSend,
}: {
  draftKey: string;
  placeholder: string;
  verb: string;
  isRunning: boolean;
  /** Answers why it was not taken; nothing, when it was. */
  onSend: (text: string) => Promise<string | undefined>;
}) {
  const draft = usePersistentDraft(draftKey, { text: '' });
  const [text, setText] = useState(draft.initial.text);
  const [problem, setProblem] = useState<string>();
  const change = (next: string): void => {
    setText(next);
    setProblem(undefined);
    draft.keep({ text: next });
  };
  return (
    <form
      className={classes.words}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void onSend(text).then((refused) => {
          setProblem(refused);
          if (refused !== undefined) return;
          draft.clear();
          setText('');
        });
      }}
    >
      <Textarea
        className={classes.input}
        aria-label={placeholder}
        placeholder={placeholder}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        error={problem}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Button type="submit" loading={isRunning} disabled={text.trim() === ''}>
        {verb}
      </Button>
    </form>
  );
}
