import { AccessRow, toast, useCommand, useFormat } from '@planerka/platform/web';
import { useT } from '../locales';
import { RevokeApiTokenMutation, type Token } from './token-documents';

export function TokenRow({ token, onRevoked }: { token: Token; onRevoked: () => void }) {
  const t = useT();
  const format = useFormat();
  const [revoke, isRunning] = useCommand(RevokeApiTokenMutation);
  const { name, isAlive, isOwn, memberName, expiresAt, lastUsedAt, lastAddress, scopes } = token;
  const take = async () => {
    if ((await revoke({ tokenId: token.id })).status !== 'success') return;
    toast(t('tokens.revoked'));
    onRevoked();
  };
  return (
    <AccessRow
      title={
        <>
          {name} <code>…{token.hint}</code>
        </>
      }
      isAlive={isAlive}
      state={t(`tokens.state.${isAlive ? 'alive' : token.revokedAt ? 'revoked' : 'ended'}`)}
      notes={[
        [
          isOwn ? null : memberName,
          t('tokens.until', { day: format.dateTime(expiresAt) }),
          lastUsedAt
            ? t('tokens.used', { when: format.relative(lastUsedAt), from: lastAddress ?? '' })
            : t('tokens.unused'),
        ],
        [scopes.join(', ')],
      ]}
      revoke={{
        name,
        label: t('tokens.revoke'),
        title: t('tokens.revokeTitle', { name }),
        text: t('tokens.revokeText'),
      }}
      isRunning={isRunning}
      onRevoke={() => void take()}
    />
  );
}
