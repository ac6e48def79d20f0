import { briefSchema, type Brief } from '@planerka/tasks/domain';
import {
  Card,
  CardHeader,
  Chip,
  EmptyState,
  type FragmentOf,
  graphql,
  readFragment,
  useFormat,
} from '@planerka/platform/web';
import { useState } from 'react';
import { AdSurroundingsProvider, schemesOf } from '../ads/surroundings';
import { BriefView } from '../brief/BriefView';
import { lower } from '../brief/brief-words';
import { useT } from '../locales';
import { VersionsDialog } from '../versions/LateVersions';
import classes from './BriefCard.module.css';

export const BriefCard_task = graphql(`
  fragment BriefCard_task on Task {
    id
    discipline
    client {
      id
      name
    }
    campaign {
      id
      name
    }
    details {
      briefs {
        id
        number
        data
        brand
        issuedAt
        acceptedAt
      }
      draft {
        id
        data
        brand
      }
      briefFiles {
        id
        name
        mime
        size
        url
        thumbnailUrl
      }
    }
  }
`);

/** The brief that the work is done by; before the first issue, the draft to whoever may see it. */
export function BriefCard({ task: shown }: { task: FragmentOf<typeof BriefCard_task> }) {
  const t = useT();
  const format = useFormat();
  const task = readFragment(BriefCard_task, shown);
  const [isComparing, setComparing] = useState(false);
  const { briefs, draft, briefFiles } = task.details;
  const current = briefs.at(-1);
  const data = current?.data ?? draft?.data;
  const brief = read(data);
  const dates = current?.acceptedAt
    ? t('page.acceptedOn', { day: format.dayLong(current.acceptedAt) })
    : current?.issuedAt && t('page.issuedOn', { day: format.dayLong(current.issuedAt) });
  return (
    <Card label={t(`briefOf.${lower(task.discipline)}`)} clip>
      <CardHeader
        ruled
        title={
          <span className={classes.title}>
            {t(`briefOf.${lower(task.discipline)}`)}
            <Chip>{current ? t('page.edition', { number: current.number }) : t('page.draftEdition')}</Chip>
            {dates && <span className={classes.dates}>{dates}</span>}
          </span>
        }
        aside={
          briefs.length > 0 && (
            <button type="button" className={classes.compare} onClick={() => setComparing(true)}>
              {t(briefs.length > 1 ? 'page.changes' : 'page.editions')}
            </button>
          )
        }
      />
      {brief ? (
        <AdSurroundingsProvider
          value={{
            client: task.client.name,
            campaign: task.campaign?.name ?? '',
            schemes: schemesOf(current ? current.brand : draft?.brand),
          }}
        >
          <BriefView brief={brief} files={briefFiles} />
        </AdSurroundingsProvider>
      ) : (
        <EmptyState title={t('page.noBrief')}>{t('page.noBriefText')}</EmptyState>
      )}
      {isComparing && <VersionsDialog taskId={task.id} onClose={() => setComparing(false)} />}
    </Card>
  );
}

function read(data: unknown): Brief | null {
  const parsed = briefSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
