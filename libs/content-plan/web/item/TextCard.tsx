import { measure } from '@planerka/content-plan/domain';
import {
  AppLink,
  Card,
  CardBody,
  CardHeader,
  Chip,
  cx,
  DiffText,
  EmptyState,
  networkOf,
  RichTextView,
  Row,
  Segmented,
  Spacer,
  useFormat,
  usePlatformText,
} from '@planerka/platform/web';
import { useState } from 'react';
import type { PageItem } from './item-page.documents';
import { networksOfItem, textsOfItem } from './item-texts';
import { useT } from './locales';
import classes from './TextCard.module.css';

export const mainText = 'main';

/** The words as each network gets them: the main ones, or its own beside what differs; counted against what fits there. */
export function TextCard({
  item,
  chosen,
  onChoose,
}: {
  item: PageItem;
  /** A network, or `mainText`. */
  chosen: string;
  onChoose: (network: string) => void;
}) {
  const t = useT();
  const platform = usePlatformText();
  const [shown, show] = useState<'difference' | 'whole'>('difference');
  const texts = textsOfItem(item);
  const { text } = item;
  if (!texts || !text)
    return (
      <Card label={t('text.title')}>
        <CardHeader title={t('text.title')} />
        <CardBody>
          <EmptyState title={t('text.empty')}>{t('text.emptyText')}</EmptyState>
        </CardBody>
      </Card>
    );
  const networks = networksOfItem(item);
  const own = texts.own.get(chosen);
  const current = own ?? texts.main;
  return (
    <Card label={t('text.title')}>
      <CardHeader
        title={t('text.title')}
        sub={t('text.version', { number: text.number })}
        aside={<AppLink href={`/tasks/${text.taskId}`}>{t('text.edit')}</AppLink>}
        ruled
      />
      <CardBody>
        <div className={classes.body}>
          <div className={classes.tabs}>
            <Segmented
              label={t('text.title')}
              value={chosen}
              onChange={onChoose}
              segments={[
                { value: mainText, label: t('text.main') },
                ...networks.map((network) => ({ value: network, label: platform(`network.${networkOf(network)}`) })),
              ]}
            />
          </div>
          <Row gap="tight">
            {chosen !== mainText && (
              <Chip tone={own ? 'accent' : 'line'}>{t(own ? 'text.own' : 'text.sameAsMain')}</Chip>
            )}
            <Counter item={item} network={chosen} text={current.plain} />
            {own && (
              <>
                <Spacer />
                <Segmented
                  label={t('text.shown')}
                  value={shown}
                  onChange={show}
                  segments={[
                    { value: 'difference', label: t('text.difference') },
                    { value: 'whole', label: t('text.whole') },
                  ]}
                />
              </>
            )}
          </Row>
          {own && shown === 'difference' ? (
            <DiffText before={texts.main.plain} after={own.plain} />
          ) : (
            <RichTextView value={current.richText} />
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function Counter({ item, network, text }: { item: PageItem; network: string; text: string }) {
  const t = useT();
  const format = useFormat();
  const limit = item.preflight.limits.find((one) => one.network.toLowerCase() === network);
  const unit = limit?.unit === 'BYTES' ? 'bytes' : 'characters';
  const now = measure(text, unit);
  const values = { now: format.number(now), unit: t(`unit.${unit}`) };
  return (
    <span className={cx(classes.counter, limit && now > limit.limit && classes.over)}>
      {limit ? t('text.of', { ...values, limit: format.number(limit.limit) }) : t('text.length', values)}
    </span>
  );
}
