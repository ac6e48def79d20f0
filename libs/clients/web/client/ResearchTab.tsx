import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Card,
  CardHeader,
  EmptyState,
  type FragmentOf,
  FormErrors,
  graphql,
  IconPlus,
  readFragment,
  type ResultOf,
  Stack,
  toast,
  useCommand,
  useConfirm,
  usePersistentDraft,
  InvalidInputFragment,
  useSeenVersion,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { RowDrawer } from './RowDrawer';
import classes from './ClientPage.module.css';

const Research = graphql(`
  fragment ResearchRow_research on Research @_unmask {
    id
    kind
    title
    body
    url
    version
  }
`);

export const ResearchTab_client = graphql(
  `
    fragment ResearchTab_client on Client {
      id
      research {
        ...ResearchRow_research
      }
    }
  `,
  [Research],
);

const CreateResearchMutation = graphql(
  `
    mutation CreateResearch($input: CreateResearchInput!) {
      createResearch(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ResearchTab_client
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, ResearchTab_client],
);

const UpdateResearchMutation = graphql(
  `
    mutation UpdateResearch($input: UpdateResearchInput!) {
      updateResearch(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ResearchTab_client
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, ResearchTab_client],
);

const DeleteResearchMutation = graphql(
  `
    mutation DeleteResearch($input: DeleteResearchInput!) {
      deleteResearch(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ResearchTab_client
          }
        }
      }
    }
  `,
  [ResearchTab_client],
);

type ResearchRow = ResultOf<typeof Research>;

const groups = [
  ['COMPETITOR', 'competitors'],
  ['AUDIENCE', 'audiences'],
  ['TREND', 'trends'],
] as const;

interface TabProps {
  client: FragmentOf<typeof ResearchTab_client>;
  onReload: () => void;
}

/** What briefs draw on, by kind. */
export function ResearchTab({ client: ref, onReload }: TabProps) {
  const client = readFragment(ResearchTab_client, ref);
  const t = useT();
  const confirm = useConfirm();
  const [edited, edit] = useState<ResearchRow | 'new' | null>(null);
  const [remove] = useCommand(DeleteResearchMutation);
  const entries = client.research ?? [];
  const ask = async (entry: ResearchRow) => {
    const isSure = await confirm({
      title: `${t('research.remove')}: ${entry.title}`,
      text: t('research.removeText'),
      confirm: t('research.remove'),
      isDangerous: true,
    });
    if (!isSure) return;
    const outcome = await remove({ input: { researchId: entry.id } });
    if (outcome.status === 'success') toast(t('research.removed'));
  };
  const add = (
    <Button size="xs" leftSection={<IconPlus />} onClick={() => edit('new')}>
      {t('research.add')}
    </Button>
  );
  return (
    <Stack>
      {entries.length === 0 && (
        <Card label={t('research.title')}>
          <EmptyState title={t('research.empty')} action={add}>
            {t('research.emptyText')}
          </EmptyState>
        </Card>
      )}
      {entries.length > 0 && (
        <>
          <div>{add}</div>
          {groups.map(([kind, title]) => {
            const own = entries.filter((entry) => entry.kind === kind);
            if (own.length === 0) return null;
            return (
              <Card key={kind} label={t(`research.${title}`)}>
                <CardHeader title={t(`research.${title}`)} count={own.length} ruled />
                <ul className={classes.list}>
                  {own.map((entry) => (
                    <li key={entry.id} className={classes.row}>
                      <div className={classes.rowText}>
                        <p className={classes.rowTitle}>{entry.title}</p>
                        {entry.url && (
                          <a className={classes.link} href={entry.url} target="_blank" rel="noreferrer">
                            {entry.url.replace(/^https?:\/\//, '')}
                          </a>
                        )}
                        {entry.body && <p className={classes.rowBody}>{entry.body}</p>}
                      </div>
                      <div className={classes.rowActions}>
                        <Button size="xs" variant="subtle" onClick={() => edit(entry)}>
                          {t('edit')}
                        </Button>
                        <Button size="xs" variant="subtle" onClick={() => void ask(entry)}>
                          {t('research.remove')}
                        </Button>
                      </div>
                    </li>
                  ))}
                </ul>
              </Card>
            );
          })}
        </>
      )}
      <RowDrawer
        edited={edited}
        rows={entries}
        title={{ add: t('research.add'), edit: t('research.edit') }}
        onClose={() => edit(null)}
      >
        {(entry) => <ResearchForm clientId={client.id} entry={entry} onReload={onReload} onDone={() => edit(null)} />}
      </RowDrawer>
    </Stack>
  );
}

interface ResearchFormProps {
  clientId: string;
  entry: ResearchRow | null;
  onReload: () => void;
  onDone: () => void;
}

function ResearchForm({ clientId, entry, onReload, onDone }: ResearchFormProps) {
  const t = useT();
  const draft = usePersistentDraft(`research-${entry?.id ?? clientId}`, {
    kind: entry?.kind ?? ('COMPETITOR' as const),
    title: entry?.title ?? '',
    body: entry?.body ?? '',
    url: entry?.url ?? '',
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateResearchMutation, { form });
  const { seen, catchUp } = useSeenVersion(entry?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateResearchMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });
  const submit = form.onSubmit(async (values) => {
    const outcome = entry
      ? await update({ input: { researchId: entry.id, expectedVersion: seen, ...values } })
      : await create({ input: { clientId, ...values } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('brand.saved'));
    onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Select
          label={t('research.kind')}
          allowDeselect={false}
          data={groups.map(([kind]) => ({ value: kind, label: t(`research.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('research.name')} required data-autofocus {...form.getInputProps('title')} />
        <Textarea
          label={t('research.body')}
          description={t('research.bodyHint')}
          autosize
          minRows={4}
          {...form.getInputProps('body')}
        />
        <TextInput label={t('research.url')} placeholder="https://" {...form.getInputProps('url')} />
        <FormErrors
          form={form}
          labels={{ title: t('research.name'), body: t('research.body'), url: t('research.url') }}
        />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
