import { Menu, UnstyledButton } from '@mantine/core';
import { Avatar, cx, IconChevronDown } from '@planerka/platform/web';
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
        <Title name={name} />
      </span>
    );
  }
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={classes.title} title={t('chooseClient')}>
          {current && <Avatar id={current.id} name={current.name} kind="client" size={28} />}
          <Title name={name} />
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

/** Where the page is narrow, whose plan it is has to be enough: the navigation says that it is one. */
function Title({ name }: { name: string }) {
  const t = useT();
  return (
    <>
      <span className={cx(classes.name, classes.full)}>{t('titleOf', { client: name })}</span>
      <span className={cx(classes.name, classes.short)}>{name}</span>
    </>
  );
}
