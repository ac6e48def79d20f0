import { Button } from '@mantine/core';
import { Chip, toast, useCommand, useConfirm, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import { RevokeApiTokenMutation, type Token } from './token-documents';
import classes from './Tokens.module.css';

export function TokenRow({ token, onRevoked }: { token: Token; onRevoked: () => void }) {
  const t = useT();
  const format = useFormat();
  const confirm = useConfirm();
  const [revoke, isRunning] = useCommand(RevokeApiTokenMutation);
  const state = token.isAlive ? 'alive' : token.revokedAt ? 'revoked' : 'ended';
  const take = async () => {
    const question = {
      title: t('tokens.revokeTitle', { name: token.name }),
      text: t('tokens.revokeText'),
      confirm: t('tokens.revoke'),
      isDangerous: true,
    };
    if (!(await confirm(question))) return;
    const outcome = await revoke({ tokenId: token.id });
    if (outcome.status !== 'success') return;
    toast(t('tokens.revoked'));
    onRevoked();
  };
  return (
    <li className={classes.token}>
      <div className={classes.told}>
        <p className={classes.name}>
          {token.name} <code>…{token.hint}</code>{' '}
          <Chip tone={token.isAlive ? 'done' : 'neutral'}>{t(`tokens.state.${state}`)}</Chip>
        </p>
        <p className={classes.beside}>
          {[
            token.isOwn ? null : token.memberName,
            t('tokens.until', { day: format.dateTime(token.expiresAt) }),
            token.lastUsedAt
              ? t('tokens.used', { when: format.relative(token.lastUsedAt), from: token.lastAddress ?? '' })
              : t('tokens.unused'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={classes.beside}>{token.scopes.join(', ')}</p>
      </div>
      {token.isAlive ? (
        <Button
          size="xs"
          variant="subtle"
          loading={isRunning}
          aria-label={`${t('tokens.revoke')}: ${token.name}`}
          onClick={() => void take()}
        >
          {t('tokens.revoke')}
        </Button>
      ) : null}
    </li>
  );
}
