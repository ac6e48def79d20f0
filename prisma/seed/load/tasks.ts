import { richTextOf } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import { deliverableContentSchema, deliverableHash, type DeliverableContent as Content } from '@planerka/tasks/domain';
import { committedRub, isRevisionAwaited } from '../content/compose/money';
import type { DeliverableContent, ItemFormat, TaskAction, TaskContent, TaskState } from '../content/types';
import { variants } from '../content/variants';
import { brandOf } from './clients';
import { briefOf, logoIdOf } from './briefs';
import { idOf } from './ids';
import { checked, currency, decimal, inBatches, kopecks, type Loading } from './loading';
import { lineIdOf, linesByTask } from './money/lines';
import type { PictureGallery, StoredPicture } from './pictures';

/** Where each action led; whether an approved work went to the client is the task's own wish. */
export function stateAfter(action: TaskAction, task: TaskContent): TaskState {
  switch (action) {
    case 'issue':
    case 'revise':
      return 'issued';
    case 'decline':
      return 'draft';
    case 'submit':
    case 'withdraw':
      return 'in_review';
    case 'approve':
      return task.wantsClientApproval ? 'client_review' : 'done';
    case 'client_approve':
      return 'done';
    case 'cancel':
      return 'cancelled';
    default:
      return 'in_progress';
  }
}

export const fileIdOf = (task: TaskContent, version: number, index: number): string =>
  idOf('file', task.slug, version, index);

export const deliverableIdOf = (task: TaskContent, version: number): string => idOf('deliverable', task.slug, version);

/** Hashes of what was handed in, by deliverable: approvals are bound to them. */
export type Hashes = ReadonlyMap<string, string>;

export async function loadTasks(loading: Loading, gallery: PictureGallery): Promise<Hashes> {
  const { db, agencyId, demo } = loading;
  await loadLogos(loading, gallery);
  const lineOf = linesByTask(demo);
  await inBatches(
    demo.tasks.map((task) => taskRow(loading, task, lineOf.get(task.slug) ?? lineOfIssued(loading, task))),
    (data) => db.task.createMany({ data }),
  );
  await inBatches(
    demo.tasks.flatMap(({ slug, startsAfter }) =>
      startsAfter.map((after) => ({ agencyId, taskId: idOf('task', slug), afterTaskId: idOf('task', after) })),
    ),
    (data) => db.taskDependency.createMany({ data }),
  );
  await inBatches(
    demo.tasks.flatMap((task) => briefRows(loading, task)),
    (data) => db.briefVersion.createMany({ data }),
  );
  await inBatches(
    demo.tasks.flatMap((task) => criterionRows(loading, task)),
    (data) => db.criterion.createMany({ data }),
  );
  await inBatches(
    demo.tasks.flatMap((task) => questionRows(loading, task)),
    (data) => db.taskQuestion.createMany({ data }),
  );
  await inBatches(
    demo.tasks.flatMap((task) => transitionRows(loading, task)),
    (data) => db.taskTransition.createMany({ data }),
  );
  return loadDeliverables(loading, gallery);
}

/** Nothing is promised yet, but an issued brief knows the line that its acceptance will ask. */
function lineOfIssued({ demo, calendar }: Loading, { state, campaign, discipline, dueDay, dueTime }: TaskContent) {
  if (state !== 'issued') return null;
  const month = calendar.at(dueDay, dueTime).toISOString().slice(0, 7);
  const line = demo.budgetLines.find(
    (one) => one.campaign === campaign && one.category === discipline && one.month === month,
  );
  return line ? lineIdOf(line) : null;
}

const lastOf = (task: TaskContent, action: TaskAction) => task.events.findLast((event) => event.action === action);

function taskRow({ agencyId, calendar }: Loading, task: TaskContent, lineId: string | null) {
  const momentOf = (action: TaskAction): Date | null => {
    const event = lastOf(task, action);
    return event ? calendar.moment(event.at) : null;
  };
  const issues = task.events.filter(({ action }) => action === 'issue' || action === 'revise').length;
  const last = task.events.at(-1);
  const terms = (isRevisionAwaited(task) ? task.before : null) ?? task;
  const declined = task.state === 'draft' ? lastOf(task, 'decline') : undefined;
  return {
    agencyId,
    id: idOf('task', task.slug),
    clientId: idOf('client', task.client),
    campaignId: idOf('campaign', task.campaign),
    itemId: task.item === null ? null : idOf('item', task.item),
    discipline: task.discipline,
    title: task.title,
    state: task.state,
    assigneeId: idOf('member', task.assignee),
    managerId: idOf('member', task.manager),
    dueAt: calendar.at(terms.dueDay, task.dueTime),
    estimatedMinutes: Math.round(task.estimatedHours * 60),
    feeMinor: kopecks(terms.feeRub),
    currency,
    budgetLineId: lineId,
    committedMinor: lineId ? kopecks(committedRub(task)) : 0n,
    wantsClientApproval: task.wantsClientApproval,
    rounds: task.clientRounds,
    briefNumber: issues,
    deliverableNumber: task.deliverables.length,
    openQuestions: task.question && !task.question.answer ? 1 : 0,
    declineReason: declined?.comment ?? null,
    issuedAt: momentOf('issue'),
    acceptedAt: momentOf('accept'),
    submittedAt: momentOf('submit'),
    doneAt: task.state === 'done' ? calendar.moment((last ?? { at: task.createdAt }).at) : null,
    stateSince: calendar.moment(last?.at ?? task.createdAt),
    createdAt: calendar.moment(task.createdAt),
  };
}

function formatOf({ demo }: Loading, task: TaskContent): ItemFormat {
  return demo.items.find(({ slug }) => slug === task.item)?.format ?? 'ad';
}

function briefRows(loading: Loading, task: TaskContent) {
  const { agencyId, calendar, demo } = loading;
  const client = demo.clients.find(({ slug }) => slug === task.client);
  const campaign = demo.campaigns.find(({ slug }) => slug === task.campaign);
  const about = { format: formatOf(loading, task), client: task.client };
  const versionOf = ({ brief, feeRub, dueDay }: Pick<TaskContent, 'brief' | 'feeRub' | 'dueDay'>) => ({
    agencyId,
    taskId: idOf('task', task.slug),
    data: briefOf(task.title, brief, about, calendar) as unknown as Prisma.InputJsonObject,
    feeMinor: kopecks(feeRub),
    dueAt: calendar.at(dueDay, task.dueTime),
  });
  const issues = task.events.filter(({ action }) => action === 'issue' || action === 'revise');
  const accepts = task.events.filter(({ action }) => action === 'accept');
  return [
    { ...versionOf(task), id: idOf('brief', task.slug, 0), number: 0 },
    ...issues.map((event, index) => ({
      ...versionOf((index < issues.length - 1 ? task.before : null) ?? task),
      id: idOf('brief', task.slug, index + 1),
      number: index + 1,
      brandSnapshot: client ? brandOf(client, campaign) : {},
      issuedById: idOf('member', event.by),
      issuedAt: calendar.moment(event.at),
      acceptedAt: accepts[index] ? calendar.moment(accepts[index].at) : null,
    })),
  ];
}

function criterionRows({ agencyId, calendar }: Loading, task: TaskContent) {
  if (!task.events.some(({ action }) => action === 'issue')) return [];
  const checkedAt = calendar.moment(task.events.at(-1)?.at ?? task.createdAt);
  return [...new Set(task.brief.criteria)].map((text, position) => ({
    agencyId,
    id: idOf('criterion', task.slug, position),
    taskId: idOf('task', task.slug),
    position,
    text,
    ...(position < task.tickedCriteria && { checkedAt, checkedById: idOf('member', task.manager) }),
  }));
}

function questionRows({ agencyId, calendar }: Loading, { slug, question }: TaskContent) {
  if (!question) return [];
  return [
    {
      agencyId,
      id: idOf('question', slug),
      taskId: idOf('task', slug),
      question: question.text,
      askedById: idOf('member', question.by),
      askedAt: calendar.moment(question.at),
      answer: question.answer?.text ?? null,
      answeredById: question.answer ? idOf('member', question.answer.by) : null,
      answeredAt: question.answer ? calendar.moment(question.answer.at) : null,
    },
  ];
}

function transitionRows({ agencyId, calendar, demo }: Loading, task: TaskContent) {
  let from: TaskState = 'draft';
  let version = 0;
  let brief = 0;
  let round = 0;
  return task.events.map((event, index) => {
    const member = demo.agency.members.find(({ slug }) => slug === event.by);
    const contact = demo.clients.flatMap(({ contacts }) => contacts).find(({ slug }) => slug === event.by);
    const to = stateAfter(event.action, task);
    if (event.action === 'submit') version += 1;
    const isIssue = event.action === 'issue' || event.action === 'revise';
    if (isIssue) brief += 1;
    if (event.action === 'client_request_changes') round += 1;
    const row = {
      agencyId,
      id: idOf('transition', task.slug, index),
      taskId: idOf('task', task.slug),
      action: event.action,
      fromState: from,
      toState: to,
      actorMemberId: member ? idOf('member', member.slug) : null,
      actorName: member?.name ?? contact?.name ?? '',
      reason: event.comment ?? '',
      details: {
        ...(event.action === 'submit' && { version }),
        ...(isIssue && { brief }),
        ...(event.action === 'client_request_changes' && { round }),
      },
      at: calendar.moment(event.at),
    };
    from = to;
    return row;
  });
}

async function loadDeliverables(loading: Loading, gallery: PictureGallery): Promise<Hashes> {
  const { db, agencyId, demo, calendar } = loading;
  const files: Prisma.FileCreateManyInput[] = [];
  const deliverables: Prisma.DeliverableCreateManyInput[] = [];
  const links: Prisma.DeliverableFileCreateManyInput[] = [];
  const hashes = new Map<string, string>();
  const pictures = await drawAll(loading, gallery);
  for (const task of demo.tasks) {
    for (const deliverable of task.deliverables) {
      const id = deliverableIdOf(task, deliverable.version);
      const sha256Of = new Map<string, string>();
      for (const index of deliverable.pictures.keys()) {
        const fileId = fileIdOf(task, deliverable.version, index);
        const picture = pictures.get(fileId)!;
        sha256Of.set(fileId, picture.sha256);
        files.push(fileRow(loading, task, fileId, index, picture));
        links.push({ agencyId, deliverableId: id, fileId, position: index });
      }
      const content = contentOf(loading, task, deliverable);
      const contentHash = deliverableHash(content, sha256Of);
      hashes.set(id, contentHash);
      deliverables.push({
        agencyId,
        id,
        taskId: idOf('task', task.slug),
        number: deliverable.version,
        data: content as unknown as Prisma.InputJsonObject,
        note: deliverable.note,
        contentHash,
        submittedById: idOf('member', task.assignee),
        submittedAt: calendar.moment(deliverable.submittedAt),
      });
    }
  }
  await inBatches(files, (data) => db.file.createMany({ data }));
  await inBatches(deliverables, (data) => db.deliverable.createMany({ data }));
  await inBatches(links, (data) => db.deliverableFile.createMany({ data }));
  return hashes;
}

/** A few at a time: sharp's threads have work, and memory stays small. */
const drawnAtOnce = 4;

async function drawAll({ demo }: Loading, gallery: PictureGallery): Promise<ReadonlyMap<string, StoredPicture>> {
  const wanted = demo.tasks.flatMap((task) =>
    task.deliverables.flatMap(({ version, pictures }) =>
      pictures.map((spec, index) => ({ fileId: fileIdOf(task, version, index), spec })),
    ),
  );
  const drawn = new Map<string, StoredPicture>();
  const work = wanted[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: drawnAtOnce }, async () => {
      for (const { fileId, spec } of work) drawn.set(fileId, await gallery.draw(fileId, spec));
    }),
  );
  return drawn;
}

/** What the brand's identity is made of: design briefs refer to it. */
async function loadLogos({ db, agencyId, demo }: Loading, gallery: PictureGallery): Promise<void> {
  for (const { slug } of demo.clients) {
    const id = logoIdOf(slug);
    const { previews, size, ...facts } = await gallery.drawLogo(id, slug);
    await db.file.create({
      data: {
        ...facts,
        agencyId,
        id,
        clientId: idOf('client', slug),
        name: `logo-${slug}.png`,
        mime: 'image/png',
        size: BigInt(size),
        previews: [...previews],
        storageKey: `${agencyId}/${id}`,
        state: 'ready',
      },
    });
  }
}

function fileRow(
  { agencyId }: Loading,
  task: TaskContent,
  fileId: string,
  index: number,
  { sha256, width, height, size, previews }: StoredPicture,
): Prisma.FileCreateManyInput {
  return {
    agencyId,
    id: fileId,
    clientId: idOf('client', task.client),
    taskId: idOf('task', task.slug),
    name: `${index + 1}.webp`,
    mime: 'image/webp',
    size: BigInt(size),
    sha256,
    width,
    height,
    previews: [...previews],
    storageKey: `${agencyId}/${fileId}`,
    state: 'ready',
    uploadedById: idOf('member', task.assignee),
  };
}

function contentOf(loading: Loading, task: TaskContent, deliverable: DeliverableContent): Content {
  return checked(
    `Deliverable of «${task.title}»`,
    deliverableContentSchema,
    fieldsOf(loading, task, deliverable),
  ) as unknown as Content;
}

function fieldsOf({ calendar }: Loading, task: TaskContent, { text, pictures, setup, version }: DeliverableContent) {
  if (task.discipline === 'copy') {
    const own = (task.item === null ? undefined : variants[task.item]) ?? [];
    return {
      kind: 'copy',
      text: richTextOf(text ?? ''),
      variants: own.map((variant) => ({ network: variant.network, text: richTextOf(variant.text) })),
    };
  }
  if (task.discipline === 'design') {
    return { kind: 'design', fileIds: pictures.map((_, index) => fileIdOf(task, version, index)) };
  }
  return {
    kind: 'targeting',
    campaignName: setup?.campaignName ?? task.title,
    startsOn: setup ? calendar.day(setup.startDay).toString() : null,
    ads: (setup?.groups ?? []).map(({ segment, creatives, dailyRub }) => ({
      name: segment,
      segment,
      creative: `${creatives} креатива`,
      dailyLimit: decimal(dailyRub),
      erid: setup?.erid ?? '',
    })),
    isTrackingChecked: setup?.moderation === 'passed',
    notes: setup ? `${setup.cabinet}. UTM: ${setup.utm}` : '',
    fileIds: pictures.map((_, index) => fileIdOf(task, version, index)),
  };
}
