import type { Brief, BriefField, Reference } from '@planerka/tasks/domain';
import { networkOf } from '@planerka/clients/domain';
import { hasMarks, richTextOfMarks } from '@planerka/platform/domain';
import {
  Chip,
  IconClose,
  IconFile,
  IconHeart,
  IconLink,
  NetworkIcon,
  networkOf as networkNamed,
  RichTextView,
  safeHref,
  useFormat,
} from '@planerka/platform/web';
import { lazy, Suspense } from 'react';
import { useT } from '../locales';
import { useBriefWords } from './brief-words';
import classes from './FieldValue.module.css';

const AdValue = lazy(() => import('../ads').then((file) => ({ default: file.AdValue })));

export interface BriefFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly url: string;
  /** Of pictures. */
  readonly thumbnailUrl: string | null;
}

interface Named {
  readonly key: string;
  readonly name: string;
}

interface Creative extends Named {
  readonly text: string;
  readonly fileId: string | null;
}

/** A field of a brief as its reader sees it. */
export function FieldValue({
  field,
  value,
  brief,
  files = [],
}: {
  field: BriefField;
  value: unknown;
  /** The whole, where a field is told by others: the matrix by its rows and columns. */
  brief: Brief;
  files?: readonly BriefFile[];
}) {
  const t = useT();
  const format = useFormat();
  const words = useBriefWords();
  switch (field.kind) {
    case 'choice':
      return <>{words.option(String(value))}</>;
    case 'choices':
      return (
        <>
          {list(value)
            .map((one) => words.option(String(one)))
            .join(', ')}
        </>
      );
    case 'flag':
      return <>{t(value ? 'option.yes' : 'option.no')}</>;
    case 'bytes':
      return <>{format.fileSize(Number(value))}</>;
    case 'money':
      return <>{format.money({ amount: String(value), currency: 'RUB' })}</>;
    case 'day':
      return <>{format.dayLong(String(value))}</>;
    case 'percent':
      return <>{format.percent(Number(value))}</>;
    case 'link':
      return <OutLink url={String(value)} />;
    case 'lines':
      return field.path === 'keywords' ||
        field.path === 'hashtags' ||
        field.path === 'stopWords' ||
        field.path === 'fonts' ? (
        <>{list(value).join(', ')}</>
      ) : (
        <ul className={classes.lines}>
          {list(value).map((line) => (
            <li key={String(line)}>{String(line)}</li>
          ))}
        </ul>
      );
    case 'files':
      return <Files ids={list(value).map(String)} files={files} />;
    case 'references':
      return <References references={list(value) as Reference[]} files={files} />;
    case 'facts':
      return (
        <ul className={classes.lines}>
          {(list(value) as { statement: string; source: string }[]).map(({ statement, source }) => (
            <li key={statement}>
              {statement} {source && <span className={classes.quiet}>— {source}</span>}
            </li>
          ))}
        </ul>
      );
    case 'placements':
      return (
        <span className={classes.chips}>
          {(list(value) as { name: string; width: number; height: number }[]).map(({ name, width, height }) => (
            <Chip key={`${name}${width}${height}`}>
              {name ? `${name} · ` : ''}
              {width}×{height}
            </Chip>
          ))}
        </span>
      );
    case 'slides':
      return (
        <ol className={classes.slides}>
          {(list(value) as { text: string; note: string }[]).map(({ text, note }, index) => (
            <li key={index}>
              <span className={classes.pre}>{text}</span>
              {note && <span className={classes.note}>{note}</span>}
            </li>
          ))}
        </ol>
      );
    case 'colours':
      return (
        <span className={classes.chips}>
          {(list(value) as { name: string; hex: string }[]).map(({ name, hex }) => (
            <span key={hex} className={classes.colour}>
              <i style={{ background: hex }} aria-hidden="true" />
              {name || hex}
            </span>
          ))}
        </span>
      );
    case 'creatives':
      return (
        <ul className={classes.lines}>
          {(list(value) as Creative[]).map(({ key, name, text, fileId }) => (
            <li key={key}>
              <b>{name || t('brief.unnamed')}</b> {text && <span className={classes.pre}>{text}</span>}
              {fileId !== null && <Files ids={[fileId]} files={files} />}
            </li>
          ))}
        </ul>
      );
    case 'plan':
      return <>{format.number(Number(value))}</>;
    case 'segments':
    case 'matrix':
    case 'thresholds':
    case 'stop_rules':
      return (
        <Suspense fallback={null}>
          <AdValue field={field} value={value} brief={brief} />
        </Suspense>
      );
    case 'text':
      return hasMarks(String(value)) ? (
        <RichTextView value={richTextOfMarks(String(value))} />
      ) : (
        <span className={classes.pre}>{String(value)}</span>
      );
    default:
      return <span className={classes.pre}>{String(value)}</span>;
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function OutLink({ url, children }: { url: string; children?: string }) {
  const href = safeHref(url);
  return href ? (
    <a href={href} target="_blank" rel="noreferrer" className={classes.link}>
      {children ?? url.replace(/^https?:\/\//, '')}
    </a>
  ) : (
    <>{children ?? url}</>
  );
}

function Files({ ids, files }: { ids: readonly string[]; files: readonly BriefFile[] }) {
  const t = useT();
  return (
    <ul className={classes.lines}>
      {ids.map((id) => (
        <li key={id}>
          <a href={files.find((file) => file.id === id)?.url} target="_blank" rel="noreferrer" className={classes.link}>
            {files.find((file) => file.id === id)?.name ?? t('brief.file')}
          </a>
        </li>
      ))}
    </ul>
  );
}

function References({ references, files }: { references: readonly Reference[]; files: readonly BriefFile[] }) {
  const t = useT();
  return (
    <ul className={classes.references}>
      {references.map(({ url, fileId, note, verdict }, index) => {
        const file = files.find((one) => one.id === fileId);
        const title = note || file?.name || url;
        return (
          <li key={index}>
            {verdict === 'like' ? (
              <span role="img" aria-label={t('brief.like')} title={t('brief.like')}>
                <IconHeart />
              </span>
            ) : verdict === 'dislike' ? (
              <span role="img" aria-label={t('brief.dislike')} title={t('brief.dislike')}>
                <IconClose />
              </span>
            ) : fileId ? (
              <IconFile />
            ) : (
              <LinkIcon url={url} />
            )}
            {file?.thumbnailUrl && (
              <a href={file.url} target="_blank" rel="noreferrer" tabIndex={-1} aria-hidden="true">
                <img className={classes.thumbnail} src={file.thumbnailUrl} alt="" loading="lazy" />
              </a>
            )}
            {fileId ? (
              <a href={file?.url} target="_blank" rel="noreferrer" className={classes.link}>
                {title}
              </a>
            ) : url ? (
              <>
                <OutLink url={url}>{title}</OutLink>
                {note && <span className={classes.quiet}>{hostOf(url)}</span>}
              </>
            ) : (
              <span>{title}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where it leads is known without asking anybody: the network by its address. */
function LinkIcon({ url }: { url: string }) {
  const network = networkOf(url);
  return network ? <NetworkIcon network={networkNamed(network)} /> : <IconLink />;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
