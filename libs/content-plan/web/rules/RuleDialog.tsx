import { Button, Modal, NumberInput, Switch, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormErrors, Row, Spacer, Stack, toast, useCommand, usePlatformText } from '@planerka/platform/web';
import { useT } from './locales';
import { DecideRuleMutation, ResetRuleMutation, type ShownRule } from './rules.documents';

export interface RuleDialogProps {
  rule: ShownRule;
  name: string;
  /** null: for the whole agency. */
  clientId: string | null;
  onClose: () => void;
  onReload: () => void;
}

/** Another limit, or that the rule does not count; and why. */
export function RuleDialog({ rule, name, clientId, onClose, onReload }: RuleDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const { decision } = rule;
  const form = useForm<{ isOff: boolean; limit: number | string; reason: string }>({
    initialValues: {
      isOff: decision?.isOff ?? false,
      limit: decision?.limit ?? '',
      reason: decision?.reason ?? '',
    },
  });
  const [decide, isDeciding] = useCommand(DecideRuleMutation, { form, onReload });
  const [reset, isResetting] = useCommand(ResetRuleMutation, { onReload });
  const of = { rule: rule.key, clientId, expectedVersion: decision?.version ?? 0 };
  const submit = form.onSubmit(async ({ isOff, limit, reason }) => {
    const outcome = await decide({ input: { ...of, isOff, limit: typeof limit === 'number' ? limit : null, reason } });
    if (outcome.status !== 'success') return;
    toast(t('saved'));
    onClose();
  });
  const takeBack = async () => {
    const outcome = await reset({ input: of });
    if (outcome.status !== 'success') return;
    toast(t('wasReset'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={name} closeButtonProps={{ 'aria-label': words('actions.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <Switch label={t('form.off')} {...form.getInputProps('isOff', { type: 'checkbox' })} />
          {rule.unit && !form.values.isOff && (
            <NumberInput
              label={t('form.limit')}
              description={t('form.limitHint')}
              placeholder={String(rule.editions.at(-1)?.limit ?? '')}
              min={1}
              allowDecimal={false}
              thousandSeparator=" "
              {...form.getInputProps('limit')}
            />
          )}
          <Textarea
            label={t('form.reason')}
            description={t('form.reasonHint')}
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <FormErrors form={form} />
          <Row>
            {decision && (
              <Button variant="subtle" loading={isResetting} onClick={() => void takeBack()}>
                {t('form.reset')}
              </Button>
            )}
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isDeciding}>
              {t('form.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
