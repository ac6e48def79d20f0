import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, Row, Spacer, Stack, toast, useCommand, useFormat, usePlatformText } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './Templates.module.css';
import { CreatePlanTemplateMutation } from './templates.documents';

export interface SaveTemplateFormProps {
  clientId: string;
  /** A month is kept. */
  month?: string;
  /** A publication is kept. */
  item?: { readonly id: string; readonly title: string };
  onBack: () => void;
  onDone: () => void;
}

/** Keeps a publication or a month under a name. */
export function SaveTemplateForm({ clientId, month, item, onBack, onDone }: SaveTemplateFormProps) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const form = useForm({
    initialValues: {
      name: item?.title ?? (month ? t('templates.monthName', { month: format.month(month) }) : ''),
      isForClient: true,
    },
  });
  const [create, isRunning] = useCommand(CreatePlanTemplateMutation, { form });
  async function submit(): Promise<void> {
    const outcome = await create({
      input: { clientId, ...form.values, itemId: item?.id ?? null, month: item ? null : (month ?? null) },
    });
    if (outcome.status !== 'success') return;
    const { itemCount, taskCount } = outcome.result.template;
    toast(
      t('templates.saved', {
        items: t('rollOver.items', { count: itemCount }),
        tasks: t('rollOver.tasks', { count: taskCount }),
      }),
    );
    onDone();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <p className={classes.text}>{t('templates.keeps')}</p>
        <TextInput label={t('templates.name')} required data-autofocus {...form.getInputProps('name')} />
        <Checkbox
          label={t('templates.isForClient')}
          description={t('templates.isForClientHint')}
          {...form.getInputProps('isForClient', { type: 'checkbox' })}
        />
        <FormErrors form={form} labels={{ name: t('templates.name'), month: t('templates.month') }} />
        <Row>
          <Spacer />
          <Button variant="subtle" onClick={onBack}>
            {words('actions.cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('templates.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
