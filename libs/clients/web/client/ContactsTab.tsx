import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Avatar,
  Card,
  CardHeader,
  Chip,
  EmptyState,
  type FragmentOf,
  FormErrors,
  graphql,
  IconPlus,
  Notice,
  readFragment,
  type ResultOf,
  Section,
  Stack,
  toast,
  useCommand,
  usePersistentDraft,
  InvalidInputFragment,
  useSeenVersion,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { RowDrawer } from './RowDrawer';
import classes from './ClientPage.module.css';

const Contact = graphql(`
  fragment ContactRow_contact on Contact @_unmask {
    id
    name
    position
    email
    phone
    telegram
    isApprover
    isFinalApprover
    archivedAt
    version
  }
`);

export const ContactsTab_client = graphql(
  `
    fragment ContactsTab_client on Client {
      id
      nextSteps
      contacts {
        ...ContactRow_contact
      }
    }
  `,
  [Contact],
);

const CreateContactMutation = graphql(
  `
    mutation CreateContact($input: CreateContactInput!) {
      createContact(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ContactsTab_client
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, ContactsTab_client],
);

const UpdateContactMutation = graphql(
  `
    mutation UpdateContact($input: UpdateContactInput!) {
      updateContact(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ContactsTab_client
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, ContactsTab_client],
);

const ArchiveContactMutation = graphql(
  `
    mutation ArchiveContact($input: ArchiveContactInput!) {
      archiveContact(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...ContactsTab_client
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [ContactsTab_client],
);

type ContactRow = ResultOf<typeof Contact>;

interface TabProps {
  client: FragmentOf<typeof ContactsTab_client>;
  onReload: () => void;
}

export function ContactsTab({ client: ref, onReload }: TabProps) {
  const client = readFragment(ContactsTab_client, ref);
  const t = useT();
  const [edited, edit] = useState<ContactRow | 'new' | null>(null);
  const [archive] = useCommand(ArchiveContactMutation, { onReload });
  const contacts = client.contacts ?? [];
  const hasFinal = contacts.some((contact) => contact.isFinalApprover && !contact.archivedAt);
  const add = (
    <Button size="xs" leftSection={<IconPlus />} onClick={() => edit('new')}>
      {t('contact.add')}
    </Button>
  );
  return (
    <Card label={t('contact.title')}>
      <CardHeader title={t('contact.title')} count={contacts.length} aside={contacts.length > 0 && add} ruled />
      {contacts.length === 0 && (
        <EmptyState title={t('contact.empty')} action={add}>
          {t('contact.emptyText')}
        </EmptyState>
      )}
      {contacts.length > 0 && !hasFinal && (
        <Section>
          <Notice tone="warn">{t('contact.noFinal')}</Notice>
        </Section>
      )}
      <ul className={classes.list}>
        {contacts.map((contact) => (
          <li key={contact.id} className={classes.row} data-archived={contact.archivedAt ? true : undefined}>
            <Avatar id={contact.id} name={contact.name} size={28} />
            <div className={classes.rowText}>
              <p className={classes.rowTitle}>{contact.name}</p>
              <p className={classes.rowNote}>
                {[contact.position, contact.email, contact.phone, contact.telegram].filter(Boolean).join(' · ')}
              </p>
            </div>
            {contact.archivedAt ? (
              <Chip>{t('channel.archived')}</Chip>
            ) : contact.isFinalApprover ? (
              <Chip tone="client">{t('contact.final')}</Chip>
            ) : (
              contact.isApprover && <Chip tone="line">{t('contact.approver')}</Chip>
            )}
            <div className={classes.rowActions}>
              {!contact.archivedAt && (
                <Button size="xs" variant="subtle" onClick={() => edit(contact)}>
                  {t('edit')}
                </Button>
              )}
              <Button
                size="xs"
                variant="subtle"
                onClick={() =>
                  void archive({
                    input: {
                      contactId: contact.id,
                      expectedVersion: contact.version,
                      isArchived: !contact.archivedAt,
                    },
                  })
                }
              >
                {contact.archivedAt ? t('contact.restore') : t('contact.archive')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <RowDrawer
        edited={edited}
        rows={contacts}
        title={{ add: t('contact.add'), edit: t('contact.edit') }}
        onClose={() => edit(null)}
      >
        {(contact) => (
          <ContactForm clientId={client.id} contact={contact} onReload={onReload} onDone={() => edit(null)} />
        )}
      </RowDrawer>
    </Card>
  );
}

interface ContactFormProps {
  clientId: string;
  contact: ContactRow | null;
  onReload: () => void;
  onDone: () => void;
}

function ContactForm({ clientId, contact, onReload, onDone }: ContactFormProps) {
  const t = useT();
  const draft = usePersistentDraft(`contact-${contact?.id ?? clientId}`, {
    name: contact?.name ?? '',
    position: contact?.position ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    telegram: contact?.telegram ?? '',
    isApprover: contact?.isApprover ?? true,
    isFinalApprover: contact?.isFinalApprover ?? false,
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [create, isCreating] = useCommand(CreateContactMutation, { form });
  const { seen, catchUp } = useSeenVersion(contact?.version ?? 1);
  const [update, isUpdating] = useCommand(UpdateContactMutation, {
    form,
    onReload: () => {
      catchUp();
      onReload();
    },
  });

  const submit = form.onSubmit(async ({ email, phone, telegram, ...rest }) => {
    const values = { ...rest, email: email || null, phone: phone || null, telegram: telegram || null };
    const outcome = contact
      ? await update({ input: { contactId: contact.id, expectedVersion: seen, ...values } })
      : await create({ input: { clientId, ...values } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('brand.saved'));
    onDone();
  });
  const labels = {
    name: t('contact.name'),
    position: t('contact.position'),
    email: t('contact.email'),
    phone: t('contact.phone'),
    telegram: t('contact.telegram'),
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={labels.name} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={labels.position} {...form.getInputProps('position')} />
        <TextInput label={labels.email} type="email" {...form.getInputProps('email')} />
        <TextInput label={labels.phone} type="tel" {...form.getInputProps('phone')} />
        <TextInput label={labels.telegram} placeholder="@marina" {...form.getInputProps('telegram')} />
        <Checkbox
          label={t('contact.isApprover')}
          disabled={form.values.isFinalApprover}
          {...form.getInputProps('isApprover', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('contact.isFinal')}
          description={t('contact.isFinalHint')}
          {...form.getInputProps('isFinalApprover', { type: 'checkbox' })}
        />
        <FormErrors form={form} labels={labels} />
        <Button type="submit" variant="filled" loading={isCreating || isUpdating}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
