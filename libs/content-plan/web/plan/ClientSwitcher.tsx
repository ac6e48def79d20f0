import { Menu, UnstyledButton } from '@mantine/core';
import { Avatar, IconChevronDown } from '@planerka/platform/web';
import { useT } from '../locales';
import classes from './ClientSwitcher.module.css';

export interface PlanClient {
  readonly id: string;
  readonly name: string;
}

export interface ClientSwitcherProps {
  clients: readonly PlanClient[];
  /** Null for the month of all. */
  current: PlanClient | null;
  /** A client's id, or `all`. */
  onChoose: (clientId: string) => void;
}

/** The page's title is whose plan it is, and the way to another. */
export function ClientSwitcher({ clients, current, onChoose }: ClientSwitcherProps) {
  const t = useT();
  const name = current?.name ?? t('allClients');
  if (clients.length < 2) {
    return (
      <span className={classes.title}>
        {current && <Avatar id={current.id} name={current.name} kind="client" size={28} />}
        {t('titleOf', { client: name })}
      </span>
    );
  }
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={classes.title} title={t('chooseClient')}>
          {current && <Avatar id={current.id} name={current.name} kind="client" size={28} />}
          <span className={classes.name}>{t('titleOf', { client: name })}</span>
          <IconChevronDown size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {clients.map((client) => (
          <Menu.Item
            key={client.id}
            leftSection={<Avatar id={client.id} name={client.name} kind="client" size={20} />}
            onClick={() => onChoose(client.id)}
          >
            {client.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChoose('all')}>{t('allClients')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
