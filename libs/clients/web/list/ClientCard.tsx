import {
  AppLink,
  Avatar,
  Card,
  CheckMark,
  Chip,
  type FragmentOf,
  graphql,
  NetworkIcon,
  networkOf,
  readFragment,
} from '@planerka/platform/web';
import { useT } from '../locales';
import { isNextStep, tabOfStep } from '../next-step';
import classes from './ClientCard.module.css';

export const ClientCard_client = graphql(`
  fragment ClientCard_client on Client {
    id
    name
    logoUrl
    about
    state
    viewerCanEdit
    nextSteps
    squad {
      id
      name
    }
    channels {
      id
      network
      archivedAt
    }
    brandProfile {
      id
      filledParts
      allParts
    }
  }
`);

/** A client at a glance: who serves it, where it is published, and the one thing it lacks first. */
export function ClientCard({ client: ref }: { client: FragmentOf<typeof ClientCard_client> }) {
  const client = readFragment(ClientCard_client, ref);
  const t = useT();
  const href = `/clients/${client.id}`;
  const networks = [...new Set(client.channels.filter((channel) => !channel.archivedAt).map(({ network }) => network))];
  const [next] = client.nextSteps.filter(isNextStep);
  return (
    <li className={classes.item}>
      <Card className={classes.card}>
        <div className={classes.head}>
          <Avatar id={client.id} name={client.name} kind="client" size={36} imageUrl={client.logoUrl} />
          <div className={classes.names}>
            <h2 className={classes.name}>
              <AppLink href={href} className={classes.link}>
                {client.name}
              </AppLink>
            </h2>
            <p className={classes.squad}>{client.squad.name}</p>
          </div>
          {client.state !== 'ACTIVE' && <Chip>{t(`state.${client.state}`)}</Chip>}
        </div>
        {client.about && <p className={classes.about}>{client.about}</p>}
        <div className={classes.facts}>
          <span className={classes.networks}>
            {networks.map((network) => (
              <NetworkIcon key={network} network={networkOf(network)} size={16} />
            ))}
            {networks.length === 0 && t('clients.channels', { count: 0 })}
          </span>
          {client.brandProfile && (
            <span>
              {t('clients.brand', { filled: client.brandProfile.filledParts, all: client.brandProfile.allParts })}
            </span>
          )}
        </div>
        {client.viewerCanEdit && (
          <p className={classes.next}>
            {next ? (
              <AppLink href={`${href}?tab=${tabOfStep[next]}`} className={classes.step}>
                {t('clients.next', { step: t(`nextStep.${next}`).toLocaleLowerCase() })}
              </AppLink>
            ) : (
              <>
                <CheckMark state="ok" /> {t('clients.nothingLeft')}
              </>
            )}
          </p>
        )}
      </Card>
    </li>
  );
}
