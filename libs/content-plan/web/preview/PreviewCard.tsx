import {
  Card,
  CardBody,
  CardHeader,
  IconMoon,
  IconSun,
  NetworkName,
  networkOf,
  Segmented,
} from '@planerka/platform/web';
import { useState } from 'react';
import type { PageItem } from '../item/item-page.documents';
import { networksOfItem, textsOfItem } from '../item/item-texts';
import { useT } from '../item/locales';
import { NetworkPreview, type PreviewPost } from './NetworkPreview';
import classes from './PreviewCard.module.css';

/** The publication in each of its networks, by day and by night. */
export function PreviewCard({
  item,
  chosen,
  onChoose,
}: {
  item: PageItem;
  /** A network, or anything else for the first one. */
  chosen: string;
  onChoose: (network: string) => void;
}) {
  const t = useT();
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const networks = networksOfItem(item);
  const network = networks.find((one) => one === chosen) ?? networks[0];
  if (!network) return null;
  return (
    <Card label={t('preview.title')}>
      <CardHeader
        title={t('preview.title')}
        aside={
          <Segmented
            label={t('preview.theme')}
            value={theme}
            onChange={setTheme}
            segments={[
              { value: 'light', label: t('preview.light'), icon: <IconSun />, iconOnly: true },
              { value: 'dark', label: t('preview.dark'), icon: <IconMoon />, iconOnly: true },
            ]}
          />
        }
        ruled
      />
      <CardBody>
        <div className={classes.body}>
          {networks.length > 1 && (
            <div className={classes.networks} role="group" aria-label={t('preview.network')}>
              {networks.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={classes.network}
                  aria-pressed={one === network}
                  onClick={() => onChoose(one)}
                >
                  <NetworkName network={networkOf(one)} />
                </button>
              ))}
            </div>
          )}
          <NetworkPreview key={network} post={postOf(item, network)} theme={theme} />
          <p className={classes.note}>{t('preview.note')}</p>
        </div>
      </CardBody>
    </Card>
  );
}

function postOf(item: PageItem, network: string): PreviewPost {
  const texts = textsOfItem(item);
  const channel = item.channels.find((one) => one.network.toLowerCase() === network);
  return {
    network: networkOf(network),
    format: item.format,
    account: channel?.title || item.client.name,
    title: item.title,
    text: (texts?.own.get(network) ?? texts?.main)?.plain ?? '',
    files: (item.media?.files ?? []).flatMap(({ id, name, kind, previewUrl, width, height }) =>
      kind === 'IMAGE' || kind === 'VIDEO'
        ? [{ id, name, isVideo: kind === 'VIDEO', url: previewUrl, width, height }]
        : [],
    ),
    time: item.publishTime,
    day: item.publishOn,
  };
}
