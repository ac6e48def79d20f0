import { measure } from '@planerka/content-plan/domain';
import { publishableTextOf, type RichText } from '@planerka/platform/domain';
import { cx, DiffText, graphql, NetworkName, networkOf, useFormat } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { useT } from './locales';
import classes from './TextFit.module.css';

const TextLimitsQuery = graphql(`
  query TextLimits($itemId: ID!) {
    contentItem(id: $itemId) {
      id
      preflight {
        limits {
          rule
          network
          unit
          limit
        }
      }
    }
  }
`);

export interface TextFitProps {
  itemId: string;
  /** Of the publication's channels. */
  networks: readonly string[];
  text: RichText;
  variants: readonly { readonly network: string; readonly text: RichText }[];
}

/** Where the words go, whose they are there, and whether they fit: by the rules of the day that they go out. */
export function TextFit({ itemId, networks, text, variants }: TextFitProps) {
  const t = useT();
  const format = useFormat();
  const [{ data }] = useQuery({ query: TextLimitsQuery, variables: { itemId } });
  const limits = data?.contentItem?.preflight.limits ?? [];
  return (
    <ul className={classes.list} aria-label={t('fit')}>
      {networks.map((network) => {
        const own = variants.find((variant) => variant.network === network.toLowerCase());
        const limit = limits.find((one) => one.network === network);
        const unit = limit?.unit === 'BYTES' ? 'bytes' : 'characters';
        const now = measure(publishableTextOf(own?.text ?? text), unit);
        const values = { now: format.number(now), unit: t(`unit.${unit}`) };
        return (
          <li key={network} className={classes.network}>
            <NetworkName network={networkOf(network)} />
            <span className={classes.quiet}>{t(own ? 'ownText' : 'asMain')}</span>
            <span className={cx(classes.count, limit && now > limit.limit && classes.over)}>
              {limit ? t('fits', { ...values, limit: format.number(limit.limit) }) : t('length', values)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What a network's own words have that the main ones have not, and the other way round. */
export function VariantDifference({ main, own }: { main: RichText; own: RichText }) {
  const t = useT();
  const [before, after] = [publishableTextOf(main), publishableTextOf(own)];
  if (before === after) return <p className={classes.quiet}>{t('sameAsMain')}</p>;
  return (
    <details className={classes.difference}>
      <summary>{t('difference')}</summary>
      <DiffText before={before} after={after} />
    </details>
  );
}
