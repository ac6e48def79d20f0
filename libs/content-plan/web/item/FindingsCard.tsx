import { Button } from '@mantine/core';
import { editionOn, preflightRuleOf } from '@planerka/content-plan/domain';
import { Temporal } from '@planerka/platform/domain';
import { AppLink, Card, CardBody, CardHeader, CheckMark, IconExternal, useFormat } from '@planerka/platform/web';
import { useFindingWords } from './finding-words';
import classes from './FindingsCard.module.css';
import type { PageFinding, PageItem } from './item-page.documents';
import { useT } from './locales';

const marks = { BLOCKS: 'danger', WARNS: 'warn', ADVICE: 'empty' } as const;

/** What is not as it should be on the day that it goes out: what blocks first, each with its place and its source. */
export function FindingsCard({ item, onJump }: { item: PageItem; onJump: (finding: PageFinding) => void }) {
  const t = useT();
  const format = useFormat();
  const words = useFindingWords();
  const { findings } = item.preflight;
  const count = (severity: PageFinding['severity']) => findings.filter((one) => one.severity === severity).length;
  const blocks = count('BLOCKS');
  const rest = findings.length - blocks;
  const title =
    blocks > 0
      ? t('check.blocks', { count: blocks })
      : rest > 0
        ? t('check.warns', { count: rest })
        : t(item.text ? 'check.fine' : 'check.fineSoFar');
  return (
    <Card label={t('check.title')}>
      <CardHeader
        title={title}
        icon={<CheckMark state={blocks > 0 ? 'danger' : rest > 0 ? 'warn' : 'ok'} />}
        sub={t('check.onDay', { day: format.dayLong(item.publishOn) })}
        aside={<AppLink href={`/settings/preflight?client=${item.client.id}`}>{t('check.rules')}</AppLink>}
        ruled={findings.length > 0}
      />
      {findings.length > 0 && (
        <CardBody>
          <ul className={classes.list} aria-live="polite">
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.network ?? ''} ${finding.field}`} className={classes.finding}>
                <CheckMark
                  state={marks[finding.severity]}
                  label={t(`check.severity.${finding.severity.toLowerCase() as Lowercase<typeof finding.severity>}`)}
                />
                <div className={classes.words}>
                  <p>{words(finding, unitOf(finding))}</p>
                  <Source rule={finding.rule} day={item.publishOn} />
                </div>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${t('check.show')}: ${words(finding, unitOf(finding))}`}
                  onClick={() => onJump(finding)}
                >
                  {t('check.show')}
                </Button>
              </li>
            ))}
          </ul>
        </CardBody>
      )}
    </Card>
  );
}

/** Where the rule is from; of our own customs there is nothing to read. */
function Source({ rule: key, day }: { rule: string; day: string }) {
  const t = useT();
  const format = useFormat();
  const rule = preflightRuleOf(key);
  const source = rule && editionOn(rule, Temporal.PlainDate.from(day))?.source;
  if (!source || source.url === '') return null;
  return (
    <p className={classes.source}>
      <a href={source.url} target="_blank" rel="noreferrer">
        {t('check.source', { title: source.title })} <IconExternal size={12} />
      </a>
      {source.kind === 'other' && `, ${t('check.thirdParty')}`}
      {', '}
      {t('check.checked', { day: format.day(source.checkedOn) })}
    </p>
  );
}

const unitOf = ({ rule }: PageFinding) => (preflightRuleOf(rule)?.unit === 'bytes' ? 'bytes' : 'characters');
