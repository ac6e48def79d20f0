import type { ItemFormat } from '@planerka/content-plan/domain';
import type { Rhythm, SeriesRule } from '@planerka/content-plan/domain/series';

/** A publication that repeats, from the day of loading on. */
export interface SeriesContent {
  readonly slug: string;
  readonly client: string;
  readonly title: string;
  readonly idea: string;
  readonly format: ItemFormat;
  readonly rubric: string;
  readonly channels: readonly string[];
  readonly time: string;
  readonly rhythm: Rhythm;
  readonly onDayOff: SeriesRule['onDayOff'];
}

const weekly = { kind: 'weekly', interval: 1, monthDay: null, nth: null } as const;

export const series: readonly SeriesContent[] = [
  {
    slug: 'bk-vopros-nedeli',
    client: 'bely-kit',
    title: 'Вопрос недели: отвечает врач',
    idea: 'Один вопрос из комментариев, ответ в три карточки и приглашение спросить ещё. Имя спросившего не называем.',
    format: 'story',
    rubric: 'bk-faq',
    channels: ['bk-tg'],
    time: '10:00',
    rhythm: { ...weekly, interval: 2, weekdays: [2] },
    onDayOff: 'skip',
  },
  {
    slug: 'ladoga-itogi-mesyatsa',
    client: 'ladoga',
    title: 'Месяц на Ладоге: пять снимков гостей',
    idea: 'Пять снимков, которые прислали гости, с именем и датой. Спросить разрешения до публикации.',
    format: 'carousel',
    rubric: 'ladoga-lyudi',
    channels: ['ladoga-vk'],
    time: '19:00',
    rhythm: { ...weekly, kind: 'month_weekday', nth: -1, weekdays: [5] },
    onDayOff: 'next',
  },
];
