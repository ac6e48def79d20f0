import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Card,
  CardBody,
  type FragmentOf,
  FormErrors,
  graphql,
  readFragment,
  Row,
  Stack,
  toast,
  useCommand,
  usePersistentDraft,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useT } from '../locales';

export const CaseForm_casePage = graphql(`
  fragment CaseForm_casePage on CasePage {
    id
    version
    title
    before
    actions
    after
    quote
    quoteAuthor
    isAnonymised
  }
`);

const UpdateCaseMutation = graphql(
  `
    mutation UpdateCase($input: UpdateCaseInput!) {
      updateCase(input: $input) {
        __typename
        ... on CaseChanged {
          casePage {
            id
            ...CaseForm_casePage
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, CaseForm_casePage],
);

interface CaseFormProps {
  page: FragmentOf<typeof CaseForm_casePage>;
  onReload: () => void;
  onDone: () => void;
}

/** The words of a case; its figures come from the campaign. */
export function CaseForm({ page: ref, onReload, onDone }: CaseFormProps) {
  const { id, version, ...texts } = readFragment(CaseForm_casePage, ref);
  const t = useT();
  const draft = usePersistentDraft(`case-${id}`, {
    title: texts.title,
    before: texts.before,
    actions: texts.actions,
    after: texts.after,
    quote: texts.quote,
    quoteAuthor: texts.quoteAuthor,
    isAnonymised: texts.isAnonymised,
  });
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep });
  const [update, isSaving] = useCommand(UpdateCaseMutation, { form, onReload });
  const submit = form.onSubmit(async (values) => {
    const outcome = await update({ input: { caseId: id, expectedVersion: version, ...values } });
    if (outcome.status !== 'success') return;
    draft.clear();
    toast(t('case.saved'));
    onDone();
  });
  const long = (name: 'before' | 'actions' | 'after', label: string) => (
    <Textarea label={label} description={t('case.noText')} autosize minRows={4} {...form.getInputProps(name)} />
  );
  const labels = {
    title: t('case.title'),
    before: t('case.before'),
    actions: t('case.actions'),
    after: t('case.after'),
    quote: t('case.quote'),
    quoteAuthor: t('case.quoteAuthor'),
  };
  return (
    <Card label={t('case.name')}>
      <CardBody>
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={labels.title} required {...form.getInputProps('title')} />
            {long('before', labels.before)}
            {long('actions', labels.actions)}
            {long('after', labels.after)}
            <Textarea label={labels.quote} autosize minRows={2} {...form.getInputProps('quote')} />
            <TextInput label={labels.quoteAuthor} {...form.getInputProps('quoteAuthor')} />
            <Checkbox
              label={t('case.anonymise')}
              description={t('case.anonymiseHint')}
              {...form.getInputProps('isAnonymised', { type: 'checkbox' })}
            />
            <FormErrors form={form} labels={labels} />
            <Row>
              <Button type="submit" variant="filled" loading={isSaving}>
                {t('case.save')}
              </Button>
              <Button variant="subtle" onClick={onDone}>
                {t('case.cancel')}
              </Button>
            </Row>
          </Stack>
        </form>
      </CardBody>
    </Card>
  );
}
