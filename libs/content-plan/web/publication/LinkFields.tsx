import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { linkDoubt } from '@planerka/content-plan/domain';
import { NetworkName, networkOf } from '@planerka/platform/web';
import { type ClipboardEvent, useRef } from 'react';
import { useT } from '../locales';
import { linksPasted, networkIn, type LinkValues } from './link-values';
import type { LinkedItem } from './links.documents';
import classes from './Links.module.css';
import { useDoubtText } from './use-doubt-text';

export interface LinkFieldsProps<Values extends LinkValues> {
  item: Pick<LinkedItem, 'channels'>;
  form: UseFormReturnType<Values>;
}

/** A field for the address in each channel. What is pasted into one goes to the channel whose address it is. */
export function LinkFields<Values extends LinkValues>({ item, form }: LinkFieldsProps<Values>) {
  const t = useT();
  const doubtText = useDoubtText();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const { links } = form.values;

  const paste = (into: number, event: ClipboardEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const isWhole = (selectionEnd ?? 0) - (selectionStart ?? 0) === value.length;
    const pasted = isWhole && linksPasted(links, into, event.clipboardData.getData('text/plain'), item);
    if (!pasted) return;
    event.preventDefault();
    form.setValues({ links: pasted } as Partial<Values>);
    const changed = pasted.findLastIndex(({ url }, index) => url !== links[index]?.url);
    fields.current[changed === -1 ? into : changed]?.focus();
  };

  return (
    <>
      {links.map(({ channelId, url }, index) => {
        const channel = item.channels.find(({ id }) => id === channelId);
        const doubt = linkDoubt(url.trim(), networkIn(item, channelId));
        return (
          <TextInput
            key={channelId}
            ref={(field) => {
              fields.current[index] = field;
            }}
            label={
              channel ? <NetworkName network={networkOf(channel.network)} name={channel.title} /> : t('links.loose')
            }
            description={
              doubt && <span className={classes.doubt}>{doubtText(doubt, url, networkIn(item, channelId))}</span>
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder="https://"
            inputMode="url"
            autoComplete="off"
            data-autofocus={index === 0 || undefined}
            onPaste={(event) => paste(index, event)}
            {...form.getInputProps(`links.${index}.url`)}
          />
        );
      })}
    </>
  );
}

/** What the fields are called where their errors are listed. */
export const linkLabels = ({ channels }: Pick<LinkedItem, 'channels'>): Record<string, string> =>
  Object.fromEntries(channels.map(({ title }, index) => [`links.${index}.url`, title]));

/** The server names the channel where the form has its address. */
export const linkField = (path: string): string => path.replace(/^(links\.\d+)\.channelId$/, '$1.url');
