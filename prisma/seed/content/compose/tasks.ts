import type { PictureSpec } from '../../pictures';
import type { CampaignTaskDraft, ClientPack, ItemDraft, TaskPlan } from '../authoring';
import type {
  AdSetup,
  Brief,
  DayOffset,
  DeliverableContent,
  Discipline,
  ArtContent,
  ItemContent,
  ItemFormat,
  PostCopy,
  QuestionContent,
  RateContent,
  Roubles,
  Slug,
  TaskContent,
  TaskEvent,
} from '../types';
import { composeCopyBrief, composeDesignBrief, composeTargetingBrief, eridFor } from './briefs';
import { composeArt, composeCopy } from './items';
import { historyOf, minutesOf, momentAt, stepsOf, type Minutes } from './history';
import { randomFor, type Random } from './random';

/** From text to picture to advertising: each begins when the one before it is done. */
const order: readonly Discipline[] = ['copy', 'design', 'targeting'];

/** How many days before the publication each is due. */
const leads: Readonly<Record<Discipline, number>> = { copy: 6, design: 3, targeting: 1 };

const nouns: Readonly<Record<Discipline, Readonly<Partial<Record<ItemFormat, string>>>>> = {
  copy: {
    story: 'Сценарий сторис',
    reel: 'Сценарий клипа',
    video: 'Сценарий',
    live: 'Сценарий эфира',
    contest: 'Условия',
    article: 'Статья',
    ad: 'Тексты объявлений',
  },
  design: {
    carousel: 'Карусель',
    story: 'Сторис',
    reel: 'Клип',
    video: 'Видео',
    live: 'Заставка эфира',
    article: 'Обложка статьи',
    ad: 'Баннеры',
  },
  targeting: { contest: 'Продвижение', ad: 'Запуск' },
};
const plainNouns: Readonly<Record<Discipline, string>> = { copy: 'Текст', design: 'Макет', targeting: 'Таргетинг' };

const usualHours: Readonly<Record<Discipline, Readonly<Partial<Record<ItemFormat, number>>>>> = {
  copy: { article: 7, video: 5, contest: 3, story: 2, ad: 2 },
  design: { carousel: 6, reel: 5, video: 9, ad: 4, article: 3 },
  targeting: { ad: 5 },
};
const plainHours: Readonly<Record<Discipline, number>> = { copy: 3, design: 4, targeting: 3 };

export function taskTitle(discipline: Discipline, format: ItemFormat, itemTitle: string): string {
  const noun = nouns[discipline][format] ?? plainNouns[discipline];
  if (itemTitle.startsWith(noun)) return itemTitle;
  return /[«»]/u.test(itemTitle) ? `${noun}: ${itemTitle}` : `${noun} «${itemTitle}»`;
}

export function composeItemTasks(
  item: ItemDraft,
  content: ItemContent,
  pack: ClientPack,
  rates: readonly RateContent[],
): TaskContent[] {
  const work = item.work ?? {};
  const disciplines = order.filter((discipline) => work[discipline]);
  const tasks: TaskContent[] = [];
  let notAfter: Minutes = Number.POSITIVE_INFINITY;

  for (const discipline of disciplines.toReversed()) {
    const plan = work[discipline];
    if (!plan) continue;
    const slug = `${item.slug}.${discipline}`;
    const before = disciplines[disciplines.indexOf(discipline) - 1];
    const random = randomFor(slug);
    const proofreader = work.copy?.assignee ?? pack.client.manager;
    const handWritten = pack.briefs[slug];
    const task = composeTask({
      slug,
      campaign: item.campaign,
      item: content.slug,
      copy: content.copy,
      art: content.art,
      title: taskTitle(discipline, item.format, item.title),
      discipline,
      plan,
      publicationDay: item.day,
      startsAfter: before ? [`${item.slug}.${before}`] : [],
      isClientsByDefault: discipline === 'design' || (discipline === 'copy' && !work.design),
      fee: plan.feeRub ?? feeFor(rates, plan.assignee, discipline, item.format),
      hours: plan.hours ?? usualHours[discipline][item.format] ?? plainHours[discipline],
      brief: handWritten ?? composeBrief(discipline, item, pack, proofreader, random),
      isBriefHandWritten: handWritten !== undefined,
      notAfter,
      pack,
      random,
    });
    tasks.unshift(task);
    const accepted = task.events.find(({ action }) => action === 'accept');
    if (accepted) notAfter = Math.min(notAfter, minutesOf(accepted.at) - 60);
  }
  return tasks;
}

export function composeCampaignTask(draft: CampaignTaskDraft, pack: ClientPack): TaskContent {
  const slug = `${draft.slug}.${draft.discipline}`;
  const random = randomFor(slug);
  const handWritten = pack.briefs[slug];
  const text = pack.texts[draft.slug];
  const standIn: ItemDraft = {
    slug: draft.slug,
    campaign: draft.campaign,
    day: draft.day,
    time: '12:00',
    title: draft.title,
    rubric: pack.client.rubrics[1]?.slug ?? '',
    format: draft.discipline === 'targeting' ? 'ad' : 'post',
    channels: [pack.client.channels[0]?.slug ?? ''],
    idea: pack.campaigns.find(({ slug: campaign }) => campaign === draft.campaign)?.goal ?? '',
    points: [draft.title],
    cta: 'По цели кампании',
  };
  return composeTask({
    slug,
    campaign: draft.campaign,
    item: null,
    copy: text === undefined ? null : composeCopy(text),
    art: draft.art ? composeArt(draft.title, draft.art, pack) : null,
    title: draft.title,
    discipline: draft.discipline,
    plan: draft.plan,
    publicationDay: draft.day + leads[draft.discipline],
    startsAfter: [],
    isClientsByDefault: draft.discipline === 'design',
    fee: draft.plan.feeRub ?? 0,
    hours: draft.plan.hours ?? plainHours[draft.discipline],
    brief: handWritten ?? composeBrief(draft.discipline, standIn, pack, pack.client.manager, random),
    isBriefHandWritten: handWritten !== undefined,
    notAfter: Number.POSITIVE_INFINITY,
    pack,
    random,
  });
}

interface TaskParts {
  readonly slug: Slug;
  readonly campaign: Slug;
  readonly item: Slug | null;
  readonly copy: PostCopy | null;
  readonly art: ArtContent | null;
  readonly title: string;
  readonly discipline: Discipline;
  readonly plan: TaskPlan;
  readonly publicationDay: DayOffset;
  readonly startsAfter: readonly Slug[];
  readonly isClientsByDefault: boolean;
  readonly fee: Roubles;
  readonly hours: number;
  readonly brief: Brief;
  readonly isBriefHandWritten: boolean;
  readonly notAfter: Minutes;
  readonly pack: ClientPack;
  readonly random: Random;
}

function composeTask(parts: TaskParts): TaskContent {
  const { slug, plan, discipline, pack, random, item } = parts;
  const campaign = pack.campaigns.find((candidate) => candidate.slug === parts.campaign);
  const isForClient = plan.client ?? (parts.isClientsByDefault || plan.clientReturned !== undefined);
  const wantsClientApproval = (campaign?.wantsClientApproval ?? false) && isForClient;
  const finalApprover = pack.client.contacts.find(({ isFinalApprover }) => isFinalApprover)?.slug ?? '';
  const people = { assignee: plan.assignee, manager: pack.client.manager, finalApprover };

  const ownDay = parts.publicationDay - leads[discipline];
  const usualDay =
    plan.state === 'done' || plan.state === 'cancelled' ? Math.min(ownDay, -1) : -1 - random.between(0, 1);
  const lastDay = plan.lastDay ?? usualDay;
  const { events, times } = historyOf(
    stepsOf(plan, people, wantsClientApproval),
    { day: lastDay, minutesAgo: plan.minutesAgo, notAfter: parts.notAfter },
    random,
  );

  const submissions = events.filter(({ action }) => action === 'submit');
  const firstTime = times[0] ?? -random.between(1, 5) * 24 * 60 + 12 * 60;
  const dueDay = plan.dueDay ?? naturalDueDay(plan, ownDay, submissions, random);
  const isFinished = plan.state === 'done';

  return {
    slug,
    client: pack.client.slug,
    campaign: parts.campaign,
    item,
    discipline,
    title: parts.title,
    assignee: plan.assignee,
    manager: pack.client.manager,
    state: plan.state,
    wantsClientApproval,
    brief: parts.brief,
    isBriefHandWritten: parts.isBriefHandWritten,
    briefVersion: plan.revised ? 2 : 1,
    before: plan.before
      ? {
          brief: { ...parts.brief, ...plan.before.brief },
          feeRub: plan.before.feeRub ?? parts.fee,
          dueDay: plan.before.dueDay ?? dueDay,
        }
      : null,
    revisionNote: plan.revised ?? null,
    feeRub: parts.fee,
    killFeeRub: plan.cancelled ? (parts.fee * plan.cancelled.killFeePercent) / 100 : 0,
    estimatedHours: parts.hours,
    spentHours: spentHours(plan, parts.hours, random),
    dueDay,
    dueTime: random.pick(['12:00', '15:00', '18:00', '19:00']),
    startsAfter: parts.startsAfter,
    createdAt: momentAt(firstTime - random.between(2, 20) * 60),
    events,
    deliverables: submissions.map((event, index) =>
      deliverable(parts, event, index, submissions.length, isLastWord(plan)),
    ),
    tickedCriteria: isFinished
      ? parts.brief.criteria.length
      : submissions.length > 1
        ? Math.min(3, parts.brief.criteria.length)
        : submissions.length,
    clientRounds: plan.clientReturned?.length ?? 0,
    question: questionOf(plan, pack.client.manager, random),
  };
}

/** Whether the newest submission is the final version: not while a returned one is being redone. */
function isLastWord({ state }: TaskPlan): boolean {
  return state === 'done' || state === 'client_review' || state === 'in_review';
}

function naturalDueDay(
  plan: TaskPlan,
  ownDay: DayOffset,
  submissions: readonly TaskEvent[],
  random: Random,
): DayOffset {
  const first = submissions[0]?.at;
  if (first) {
    const day = 'day' in first ? first.day : 0;
    return plan.state === 'done' ? day + random.between(0, 1) : Math.max(day, ownDay);
  }
  return plan.state === 'cancelled' ? ownDay : Math.max(ownDay, random.between(1, 2));
}

function spentHours(plan: TaskPlan, hours: number, random: Random): number {
  const share = { draft: 0, issued: 0, in_progress: 0.5, in_review: 0.9, client_review: 1, done: 1, cancelled: 0.4 }[
    plan.state
  ];
  return Math.round(hours * share * (0.8 + random.next() * 0.45) * 2) / 2;
}

function deliverable(
  parts: TaskParts,
  event: TaskEvent,
  index: number,
  count: number,
  isFinal: boolean,
): DeliverableContent {
  const back = (isFinal ? count - 1 : count) - index;
  return {
    version: index + 1,
    submittedAt: event.at,
    note: index === 0 ? '' : `Правки по замечаниям к версии ${index}`,
    text: parts.discipline === 'copy' ? textVersion(parts, back) : null,
    pictures: parts.discipline === 'design' ? pictureVersion(parts, back) : [],
    setup: parts.discipline === 'targeting' ? setupOf(parts, index) : null,
  };
}

/** `back` counts versions before the last one. */
function textVersion({ copy, slug }: TaskParts, back: number): string {
  if (!copy) throw new Error(`${slug} was submitted, but its text is not written`);
  if (back === 0) return copy.text;
  return copy.earlier.at(-back) ?? withoutLastParagraph(copy.text, back);
}

function withoutLastParagraph(text: string, count: number): string {
  const paragraphs = text.split('\n\n');
  return paragraphs.slice(0, Math.max(1, paragraphs.length - count)).join('\n\n');
}

function pictureVersion({ art, slug }: TaskParts, back: number): PictureSpec[] {
  if (!art) throw new Error(`${slug} was submitted, but its picture is not described`);
  if (back === 0) return [art.spec, ...art.slides];
  const described = art.earlier.at(-back);
  const other = art.spec.mood === 'light' ? 'accent' : 'light';
  return [described ?? { ...art.spec, mood: other, warmth: 0.1 }, ...art.slides];
}

function setupOf({ brief, title, random, publicationDay, pack }: TaskParts, index: number): AdSetup {
  if (brief.discipline !== 'targeting') throw new Error(`${title} is not about targeting`);
  return {
    cabinet: `VK Реклама, ${pack.client.name}`,
    campaignName: title,
    groups: brief.segments.map(({ name }) => ({
      segment: name,
      creatives: index + 2,
      dailyRub: Math.round(brief.dailyRub / brief.segments.length / 50) * 50,
      reachForecast: random.between(12, 96) * 1000,
    })),
    utm: index === 0 ? brief.utmTemplate.replace('&utm_content={ad_id}', '') : brief.utmTemplate,
    startDay: Math.max(brief.fromDay, publicationDay),
    moderation: publicationDay <= 0 ? 'passed' : 'waiting',
    erid: brief.marking.erid || eridFor(title, random),
  };
}

function questionOf(plan: TaskPlan, manager: Slug, random: Random): QuestionContent | null {
  if (!plan.question) return null;
  const minutesAgo = plan.minutesAgo ?? random.between(30, 300);
  return {
    by: plan.assignee,
    at: { minutesAgo },
    text: plan.question,
    answer: plan.answer ? { by: manager, at: { minutesAgo: Math.round(minutesAgo * 0.4) }, text: plan.answer } : null,
  };
}

function composeBrief(
  discipline: Discipline,
  item: ItemDraft,
  pack: ClientPack,
  proofreadBy: Slug,
  random: Random,
): Brief {
  switch (discipline) {
    case 'copy':
      return composeCopyBrief(item, pack.client, pack.kit, random);
    case 'design':
      return composeDesignBrief(item, pack.client, pack.kit, proofreadBy, random);
    case 'targeting':
      return composeTargetingBrief(item, pack.client, pack.kit, random);
  }
}

function feeFor(rates: readonly RateContent[], member: Slug, discipline: Discipline, format: ItemFormat): Roubles {
  const own = rates.filter(
    (rate) => rate.member === member && rate.discipline === discipline && rate.unit === 'piece' && rate.sinceDay <= 0,
  );
  const rate =
    own.find(({ deliverable }) => deliverable === format) ?? own.find(({ deliverable }) => deliverable === 'any');
  if (!rate) throw new Error(`${member} has no rate for ${discipline}`);
  return rate.amountRub;
}
