import { Temporal } from '@planerka/platform/domain';
import { emptyBrief } from '../brief';
import type { BriefFacts } from '../brief-facts';
import type { CopyBrief } from '../copy-brief';
import type { DesignBrief } from '../design-brief';
import type { TargetingBrief } from '../targeting-brief';
import { rub } from './task';

const reference = { url: 'https://vk.com/wall-1_2', fileId: null, note: '', verdict: null };
const references = [reference, reference, reference];

/** Briefs of which nothing is to be said, to spoil one thing at a time. */
export const copyBrief: CopyBrief = {
  ...emptyBrief('copy'),
  textType: 'post',
  goal: 'Привести в личные сообщения',
  criteria: ['Без восклицаний'],
  references,
  audience: { who: 'Семьи в новой квартире', pains: 'Некуда посадить гостей', knowledge: '', decisionRole: '' },
  keyMessages: ['Раздвигается за минуту'],
  callToAction: { text: 'Напишите «хочу стол»', link: 'https://vk.me/sosna' },
  maxLength: 1_200,
};

export const designBrief: DesignBrief = {
  ...emptyBrief('design'),
  work: 'carousel',
  goal: 'Показать, что места хватит всем',
  criteria: ['Тексты слово в слово'],
  references,
  placements: [{ preset: 'vk_square', name: 'Карусель VK', width: 1080, height: 1080 }],
  fileFormats: ['png'],
  maxFileBytes: 2_000_000,
  slides: [
    { text: 'Стол, за которым поместятся все', note: '' },
    { text: '', note: 'Только стол' },
  ],
  isProofread: true,
  identityFileIds: ['01890a5d-ac96-774b-bcce-b302099a8057'],
};

const segment = {
  key: 's1',
  name: 'Новосёлы',
  geo: 'Москва',
  ageFrom: 25,
  ageTo: 45,
  sex: 'any',
  interests: '',
  exclusions: '',
  lookalikeSource: '',
} as const;

export const targetingBrief: TargetingBrief = {
  ...emptyBrief('targeting'),
  work: 'ad_setup',
  businessGoal: 'Продать 30 столов',
  criteria: ['UTM проверены'],
  references,
  launchGoal: 'leads',
  funnelStage: 'decision',
  offer: 'Доставим до 30 декабря',
  landingUrl: 'https://sosna.ru/stol',
  leadTracking: 'Форма на сайте',
  segments: [segment],
  platforms: ['vk_ads'],
  startsOn: '2026-12-10',
  endsOn: '2026-12-25',
  totalLimit: '40000.00',
  dailyLimit: '3000.00',
  bidStrategy: 'automatic',
  stopRules: [{ metric: 'cpl', value: '900', afterSpend: '3000', note: '' }],
  creatives: [{ key: 'c1', name: 'Карусель', fileId: null, text: '' }],
  matrix: [{ creative: 'c1', segment: 's1' }],
  utmTemplate: 'utm_source=vk',
  thresholds: [{ metric: 'cpl', value: '700' }],
  marking: { advertiser: 'ООО «Сосна»', inn: '7701234567', contract: '12/26', kktu: '12.1', erid: 'x' },
};

export const facts = (patch: Partial<BriefFacts> = {}): BriefFacts => ({
  title: 'Карусель',
  dueAt: Temporal.Instant.from('2026-12-07T16:00:00Z'),
  dueOn: Temporal.PlainDate.from('2026-12-07'),
  estimatedMinutes: 360,
  fee: rub(7_500),
  assignee: { disciplines: ['copy', 'design', 'targeting'] },
  budgetLine: { available: rub(12_000), isHard: true },
  item: { publishAt: Temporal.Instant.from('2026-12-12T09:00:00Z') },
  campaign: { startsOn: Temporal.PlainDate.from('2026-12-01'), endsOn: Temporal.PlainDate.from('2026-12-31') },
  brand: {
    toneOfVoice: 'Спокойно, на «вы»',
    audience: 'Семьи',
    colours: ['#8A5A2B'],
    fonts: ['Inter'],
    tracking: { naming: '', utm: '' },
  },
  isAdMarkingWanted: true,
  at: Temporal.Instant.from('2026-12-03T09:00:00Z'),
  ...patch,
});
