import { Button, FileButton, Progress } from '@mantine/core';
import {
  type FragmentOf,
  graphql,
  InvalidInputFragment,
  Notice,
  readFragment,
  toast,
  useCommand,
} from '@planerka/platform/web';
import { useUploads } from '@planerka/platform/web/uploads';
import { useState } from 'react';
import { useT } from '../locales';
import classes from './LogoField.module.css';

export const LogoField_client = graphql(`
  fragment LogoField_client on Client {
    id
    name
    logoUrl
    version
  }
`);

const SetClientLogoMutation = graphql(
  `
    mutation SetClientLogo($input: SetClientLogoInput!) {
      setClientLogo(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            ...LogoField_client
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [LogoField_client, InvalidInputFragment],
);

interface LogoFieldProps {
  client: FragmentOf<typeof LogoField_client>;
  onReload: () => void;
}

/** The client's mark: uploaded at once, shown beside the name everywhere. */
export function LogoField({ client: ref, onReload }: LogoFieldProps) {
  const client = readFragment(LogoField_client, ref);
  const t = useT();
  const [problem, setProblem] = useState<string | null>(null);
  const [setLogo, isSaving] = useCommand(SetClientLogoMutation, { onReload });
  const put = async (fileId: string | null) => {
    const outcome = await setLogo({ input: { clientId: client.id, expectedVersion: client.version, fileId } });
    if (outcome.status === 'success') toast(t(fileId ? 'logo.saved' : 'logo.removed'));
    else if (outcome.status === 'refused') setProblem(outcome.issues[0]?.message ?? outcome.message);
  };
  const uploads = useUploads({ clientId: client.id }, (fileId) => void put(fileId));
  const [current] = uploads.items;
  const told = problem ?? current?.message ?? null;
  return (
    <div className={classes.root}>
      {client.logoUrl ? (
        <img className={classes.logo} src={client.logoUrl} alt={t('logo.alt', { name: client.name })} />
      ) : (
        <span className={classes.logo} aria-hidden="true" />
      )}
      <div className={classes.body}>
        <p className={classes.label}>{t('logo.title')}</p>
        <p className={classes.hint}>{t('logo.hint')}</p>
        <div className={classes.actions}>
          <FileButton
            accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
            inputProps={{ 'aria-label': t('logo.title') }}
            onChange={(file) => {
              if (!file) return;
              setProblem(null);
              uploads.items.forEach(({ key }) => uploads.remove(key));
              uploads.add([file]);
            }}
          >
            {(props) => (
              <Button size="xs" loading={isSaving || current?.status === 'uploading'} {...props}>
                {t(client.logoUrl ? 'logo.change' : 'logo.upload')}
              </Button>
            )}
          </FileButton>
          {client.logoUrl && (
            <Button size="xs" variant="subtle" onClick={() => void put(null)}>
              {t('logo.remove')}
            </Button>
          )}
          {current?.status === 'offline' && (
            <Button size="xs" variant="subtle" onClick={() => uploads.resume(current.key)}>
              {t('logo.again')}
            </Button>
          )}
        </div>
        {current && current.status !== 'failed' && current.size > 0 && (
          <Progress size="xs" value={(current.sent / current.size) * 100} aria-label={t('logo.title')} />
        )}
        {current?.status === 'offline' && <Notice tone="warn">{t('logo.offline')}</Notice>}
        {told && <Notice tone="danger">{told}</Notice>}
      </div>
    </div>
  );
}
