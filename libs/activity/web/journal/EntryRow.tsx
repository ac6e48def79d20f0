import { Button } from '@mantine/core';
import { AppLink, DiffText, Fact, Facts, Table, useFormat } from '@planerka/platform/web';
import { useId, useState } from 'react';
import { addressOf, sentenceKey } from './entry-words';
import type { JournalEntry } from './journal-documents';
import classes from './Journal.module.css';
import { useT } from './locales';
import { reasonText, useChangeWords } from './use-change-words';

/** Beyond this two texts are compared word by word rather than set side by side. */
const longText = 40;

export function EntryRow({ entry, onOnly }: { entry: JournalEntry; onOnly: (entityId: string) => void }) {
  const t = useT();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const what = entry.title ? (/[«»“”]/.test(entry.title) ? entry.title : `«${entry.title}»`) : '';
  const sentence = t(`say.${sentenceKey(entry.action)}`, { what, action: entry.action })
    .trim()
    .replace(/:$/, '');
  const address = addressOf(entry);
  const label = entry.changes.length > 0 ? `${t('changed')} · ${entry.changes.length}` : t('details');
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <time className={classes.time} dateTime={entry.at}>
          {format.dateTime(entry.at)}
        </time>
        <div className={classes.told}>
          <p className={classes.sentence}>
            <span className={classes.who}>{entry.actorName || t('system')}</span>
            {' · '}
            {address ? <AppLink href={address}>{sentence}</AppLink> : sentence}
          </p>
          {entry.clientName || entry.tokenName ? (
            <p className={classes.beside}>
              {[entry.clientName, entry.tokenName ? `${t('token')}: ${entry.tokenName}` : null]
                .filter(Boolean)
                .join(' · ')}
            </p>
          ) : null}
        </div>
        <Button
          variant="subtle"
          size="xs"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`${label}: ${sentence}`}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Details entry={entry} onOnly={onOnly} /> : null}
      </div>
    </li>
  );
}

function Details({ entry, onOnly }: { entry: JournalEntry; onOnly: (entityId: string) => void }) {
  const t = useT();
  return (
    <div className={classes.details}>
      {entry.changes.length > 0 ? (
        <Table label={t('changed')} rows="dense" stacks>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {entry.changes.map((change) => (
              <ChangeRow key={change.field} change={change} names={entry.names} />
            ))}
          </tbody>
        </Table>
      ) : null}
      <Facts>
        {entry.reason ? <Fact label={t('reason')}>{reasonText(entry.reason, t)}</Fact> : null}
        <Fact label={t('fromWhere')}>{entry.address ?? t('unknownOrigin')}</Fact>
        {entry.device ? <Fact label={t('device')}>{entry.device}</Fact> : null}
        {entry.tokenName ? <Fact label={t('token')}>{entry.tokenName}</Fact> : null}
        <Fact label={t('place')}>{entry.sequence}</Fact>
        <Fact label={t('hash')}>
          <code className={classes.hash}>{entry.hash}</code>
        </Fact>
      </Facts>
      <Button variant="subtle" size="xs" onClick={() => onOnly(entry.entityId)}>
        {t('onlyThis')}
      </Button>
    </div>
  );
}

interface ChangeRowProps {
  change: JournalEntry['changes'][number];
  names: JournalEntry['names'];
}

function ChangeRow({ change: { field, from, to }, names }: ChangeRowProps) {
  const { fieldText, valueText } = useChangeWords(names);
  const isLong = typeof from === 'string' && typeof to === 'string' && Math.max(from.length, to.length) > longText;
  return (
    <tr>
      <th scope="row">{fieldText(field)}</th>
      {isLong ? (
        <td colSpan={2}>
          <DiffText before={from} after={to} />
        </td>
      ) : (
        <>
          <td className={classes.before}>{valueText(field, from)}</td>
          <td>{valueText(field, to)}</td>
        </>
      )}
    </tr>
  );
}
