import { IconExternal, NetworkIcon, networkOf } from '@planerka/platform/web';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../locales';
import { networkIn } from './link-values';
import type { LinkedItem } from './links.documents';
import classes from './Links.module.css';
import { useDoubtText } from './use-doubt-text';

const LinksDialog = lazy(async () => ({ default: (await import('./LinksDialog')).LinksDialog }));

/** Where a publication is out, channel by channel, and the way to what is not written down yet. */
export function LinkList({ item }: { item: LinkedItem }) {
  const t = useT();
  const doubtText = useDoubtText();
  const [isOpen, setOpen] = useState(false);
  const missing = item.channels.filter(({ id }) => !item.links.some(({ channelId }) => channelId === id));
  return (
    <>
      <ul className={classes.list}>
        {item.links.map(({ channelId, url, doubt }) => {
          const channel = item.channels.find(({ id }) => id === channelId);
          return (
            <li key={channelId}>
              <a className={classes.link} href={url} target="_blank" rel="noreferrer">
                {channel && <NetworkIcon network={networkOf(channel.network)} />}
                {url.replace(/^https?:\/\//, '')}
                <IconExternal size={12} />
              </a>
              {doubt && (
                <span className={classes.doubt}>{doubtText(lower(doubt), url, networkIn(item, channelId))}</span>
              )}
            </li>
          );
        })}
        {missing.map(({ id, network, title }) => (
          <li key={id} className={classes.none}>
            <NetworkIcon network={networkOf(network)} /> {t('links.missing', { title })}
          </li>
        ))}
      </ul>
      {item.availableActions.includes('set_links') && (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {t(item.links.length === 0 ? 'links.add' : 'links.change')}
        </Button>
      )}
      <Suspense fallback={null}>{isOpen && <LinksDialog item={item} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

const lower = <T extends string>(value: T) => value.toLowerCase() as Lowercase<T>;
