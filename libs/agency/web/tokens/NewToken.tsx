import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { tokenAreas, tokenLifetimes, tokenRightsOf, type TokenArea, type TokenScope } from '@planerka/agency/domain';
import { Card, CardBody, CardHeader, FormErrors, Notice, useCommand } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { CopyLink } from '../team/CopyLink';
import { CreateApiTokenMutation } from './token-documents';
import classes from './Tokens.module.css';

type Right = 'none' | 'read' | 'write';

const nothing = Object.fromEntries(tokenAreas.map((area) => [area, 'none'])) as Record<
  (typeof tokenAreas)[number],
  Right
>;

/** Files are only brought, and tables only taken away. */
const wordOf = (area: TokenArea, right: Right) =>
  right === 'none' ? right : area === 'files' ? 'upload' : area === 'exports' ? 'download' : right;

/** What a new key may do and how long; then the key itself, this once. */
export function NewToken({ onMade }: { onMade: () => void }) {
  const t = useT();
  const [made, setMade] = useState<string | null>(null);
  const form = useForm({ initialValues: { name: '', expiresInDays: '90', scopes: nothing } });
  const [create, isRunning] = useCommand(CreateApiTokenMutation, { form });
  const submit = form.onSubmit(async ({ name, expiresInDays, scopes }) => {
    const chosen = tokenAreas.flatMap((area): TokenScope[] => {
      const right = scopes[area];
      return right === 'none' ? [] : [`${area}:${right}` as TokenScope];
    });
    const outcome = await create({ input: { name, expiresInDays: Number(expiresInDays), scopes: chosen } });
    if (outcome.status !== 'success') return;
    setMade(outcome.result.token);
    form.reset();
    onMade();
  });
  return (
    <Card label={t('tokens.new')}>
      <CardHeader title={t('tokens.new')} ruled />
      <CardBody>
        {made === null ? null : (
          <div className={classes.made} role="status">
            <Notice>{t('tokens.once')}</Notice>
            <CopyLink url={made} label={t('tokens.token')} />
          </div>
        )}
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t('tokens.name')} description={t('tokens.nameHint')} {...form.getInputProps('name')} />
            <fieldset className={classes.scopes}>
              <legend>{t('tokens.scopes')}</legend>
              {tokenAreas.map((area) => (
                <Select
                  key={area}
                  label={t(`tokens.area.${area}`)}
                  allowDeselect={false}
                  data={(['none', ...tokenRightsOf(area)] as const).map((right) => ({
                    value: right,
                    label: t(`tokens.right.${wordOf(area, right)}`),
                  }))}
                  {...form.getInputProps(`scopes.${area}`)}
                />
              ))}
            </fieldset>
            <Select
              label={t('tokens.lifetime')}
              allowDeselect={false}
              data={tokenLifetimes.map((days) => ({ value: String(days), label: t('tokens.days', { count: days }) }))}
              {...form.getInputProps('expiresInDays')}
            />
            <FormErrors form={form} />
            <Button type="submit" variant="filled" loading={isRunning}>
              {t('tokens.make')}
            </Button>
          </Stack>
        </form>
      </CardBody>
    </Card>
  );
}
