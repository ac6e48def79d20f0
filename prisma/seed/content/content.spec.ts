import { describe, expect, it } from '@jest/globals';
import { onboardingSteps } from '@planerka/clients/domain';
import { drawPicture, type PictureSpec } from '../pictures';
import { monthFrom, monthOf } from './compose/calendar';
import { minutesOf } from './compose/history';
import { buildDemo } from './demo';
import type { DemoContent, TaskAction, TaskContent, TaskState } from './types';

const today = '2026-12-08';
const demo = buildDemo(today);

const everyState: readonly TaskState[] = [
  'draft',
  'issued',
  'in_progress',
  'in_review',
  'client_review',
  'done',
  'cancelled',
];

const client = (slug: string) => demo.clients.find((own) => own.slug === slug)!;

function slugsOf(content: DemoContent) {
  const of = (list: readonly { slug: string }[]) => new Set(list.map(({ slug }) => slug));
  return {
    members: of(content.agency.members),
    contacts: of(content.clients.flatMap(({ contacts }) => contacts)),
    squads: of(content.agency.squads),
    clients: of(content.clients),
    channels: of(content.clients.flatMap(({ channels }) => channels)),
    rubrics: of(content.clients.flatMap(({ rubrics }) => rubrics)),
    campaigns: of(content.campaigns),
    items: of(content.items),
    tasks: of(content.tasks),
    adCampaigns: of(content.adCampaigns),
  };
}

describe('the demo agency', () => {
  it('has the size of an agency three months into its work', () => {
    expect(demo.agency.members).toHaveLength(12);
    expect(demo.agency.squads).toHaveLength(2);
    expect(demo.clients).toHaveLength(4);
    expect(demo.items.length).toBeGreaterThanOrEqual(115);
    expect(demo.tasks.length).toBeGreaterThanOrEqual(250);
    expect(demo.tasks.filter(({ isBriefHandWritten }) => isBriefHandWritten).length).toBeGreaterThanOrEqual(60);
    expect(demo.items.filter(({ copy }) => copy !== null).length).toBeGreaterThanOrEqual(85);
    for (const { slug } of demo.clients) {
      expect(demo.items.filter((item) => item.client === slug).length).toBeGreaterThanOrEqual(28);
      expect(demo.campaigns.filter((campaign) => campaign.client === slug).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('is equal on every build of a day, and speaks of that day', () => {
    expect(buildDemo(today)).toEqual(demo);
    expect(JSON.stringify(buildDemo('2027-03-01'))).not.toEqual(JSON.stringify(demo));
    expect(JSON.stringify(demo)).not.toContain('{{');
  });

  it('says of every onboarding step of every client whether it is done', () => {
    for (const { onboarding } of demo.clients) expect(onboarding.map(({ step }) => step)).toEqual(onboardingSteps);
  });

  it('names nothing that is not there', () => {
    const slugs = slugsOf(demo);
    const anyone = slugs.members.union(slugs.contacts);
    for (const { squads } of demo.agency.members) expect(slugs.squads).toEqual(slugs.squads.union(new Set(squads)));
    for (const item of demo.items) {
      expect(slugs.clients).toContain(item.client);
      expect(slugs.campaigns).toContain(item.campaign);
      expect(slugs.rubrics).toContain(item.rubric);
      for (const channel of item.channels) expect(slugs.channels).toContain(channel);
    }
    for (const task of demo.tasks) {
      expect(slugs.members).toContain(task.assignee);
      expect(slugs.members).toContain(task.manager);
      if (task.item) expect(slugs.items).toContain(task.item);
      for (const other of task.startsAfter) expect(slugs.tasks).toContain(other);
      for (const { by } of task.events) expect(anyone).toContain(by);
    }
    for (const comment of demo.comments) {
      expect(slugs.tasks).toContain(comment.task);
      expect(anyone).toContain(comment.author);
      if (comment.replyTo) expect(demo.comments.map(({ slug }) => slug)).toContain(comment.replyTo);
    }
    for (const approval of demo.approvals) {
      expect(slugs.contacts).toContain(approval.finalApprover);
      expect(approval.approvers).toContain(approval.finalApprover);
      expect(approval.tasks.length).toBeGreaterThan(0);
      for (const task of approval.tasks) expect(slugs.tasks).toContain(task);
    }
    for (const { task } of demo.changeRequests) expect(slugs.tasks).toContain(task);
    for (const { campaign } of [...demo.expenses, ...demo.revisions, ...demo.adCampaigns, ...demo.cases])
      expect(slugs.campaigns).toContain(campaign);
    for (const { tasks } of demo.payouts) for (const task of tasks) expect(slugs.tasks).toContain(task);
    for (const row of demo.adSpend) expect(slugs.adCampaigns).toContain(row.adCampaign);
  });

  it('gives every thing its own slug, and no text or title twice', () => {
    for (const list of [
      demo.agency.members,
      demo.clients,
      demo.campaigns,
      demo.items,
      demo.tasks,
      demo.comments,
      demo.approvals,
      demo.payouts,
      demo.revisions,
    ])
      expectNoRepeats(list.map(({ slug }) => slug));
    expectNoRepeats(demo.items.flatMap(({ copy }) => (copy ? [copy.text] : [])));
    expectNoRepeats(demo.items.map((item) => `${item.client}: ${item.title}`));
    expectNoRepeats(demo.items.map(({ idea }) => idea));
    expectNoRepeats(demo.comments.map(({ task, text }) => `${task}: ${text}`));
  });
});

describe('its work', () => {
  it('shows every state and every turn that work can take', () => {
    expect(new Set(demo.tasks.map(({ state }) => state))).toEqual(new Set(everyState));
    const actions = new Set(demo.tasks.flatMap(({ events }) => events.map(({ action }) => action)));
    for (const action of [
      'decline',
      'revise',
      'request_changes',
      'client_request_changes',
      'reopen',
      'cancel',
    ] as const)
      expect(actions).toContain(action);
    expect(demo.tasks.some(({ question }) => question !== null && question.answer === null)).toBe(true);
    expect(demo.tasks.some(({ question }) => question?.answer)).toBe(true);
    expect(demo.tasks.some(({ state, dueDay }) => state === 'in_progress' && dueDay < 0)).toBe(true);
    expect(demo.tasks.some(({ deliverables }) => deliverables.length >= 3)).toBe(true);
    expect(new Set(demo.approvals.map(({ status }) => status))).toEqual(
      new Set(['pending', 'approved', 'changes_requested', 'voided', 'expired']),
    );
    expect(new Set(demo.revisions.map(({ status }) => status))).toEqual(new Set(['pending', 'approved', 'refused']));
    expect(new Set(demo.payouts.map(({ status }) => status))).toEqual(new Set(['draft', 'approved', 'paid']));
    expect(demo.items.some(({ outcome }) => outcome === 'missed')).toBe(true);
  });

  it.each(demo.tasks.map((task) => [task.slug, task] as const))(
    '%s came where it stands by lawful steps',
    (_, task) => {
      expect(stateAfter(task)).toBe(task.state);
      const times = task.events.map(({ at }) => minutesOf(at));
      for (const [index, time] of times.entries()) if (index > 0) expect(time).toBeGreaterThan(times[index - 1]!);
      for (const { at } of task.events) if ('day' in at) expect(at.day).toBeLessThan(0);
      expect(task.deliverables).toHaveLength(task.events.filter(({ action }) => action === 'submit').length);
      expect(task.brief.discipline).toBe(task.discipline);
      expect(task.brief.criteria.length).toBeGreaterThan(2);
      for (const { text, pictures, setup } of task.deliverables)
        expect(text !== null || pictures.length > 0 || setup !== null).toBe(true);
    },
  );

  it('begins after what it waits for', () => {
    for (const task of demo.tasks) {
      const accepted = task.events.find(({ action }) => action === 'accept');
      for (const slug of accepted ? task.startsAfter : []) {
        const before = demo.tasks.find((other) => other.slug === slug)!;
        const isStandingAside = before.state !== 'done' || before.events.some(({ action }) => action === 'reopen');
        if (isStandingAside) continue;
        expect([task.slug, minutesOf(before.events.at(-1)!.at) < minutesOf(accepted!.at)]).toEqual([task.slug, true]);
      }
    }
  });

  it('is commented where the words really stand', () => {
    for (const { task: slug, version, anchor } of demo.comments) {
      const task = demo.tasks.find((own) => own.slug === slug)!;
      expect([slug, version <= task.deliverables.length]).toEqual([slug, true]);
      const deliverable = task.deliverables.find((own) => own.version === version);
      if (anchor?.kind === 'passage') expect(deliverable?.text).toContain(anchor.quote);
      if (anchor?.kind === 'point') expect(deliverable!.pictures.length).toBeGreaterThanOrEqual(anchor.page);
    }
  });

  it('shows versions that differ', () => {
    for (const { deliverables } of demo.tasks)
      for (const [index, deliverable] of deliverables.entries()) {
        const before = deliverables[index - 1];
        if (before && deliverable.text !== null) expect(deliverable.text).not.toBe(before.text);
      }
  });
});

describe('its words', () => {
  const written = demo.tasks.flatMap((task) =>
    task.deliverables.slice(-1).flatMap(({ text }) => (text === null ? [] : [[task.slug, task, text] as const])),
  );

  it.each(written)('%s keeps to the brand', (_, task, text) => {
    const { stopWords } = client(task.client).brand;
    expect(stopWords.filter((word) => matcherOf(word).test(text))).toEqual([]);
    if (task.client === 'sosna') expect(text).not.toContain('!');
    if (task.client === 'bely-kit' && !task.slug.startsWith('bk-safina'))
      expect(text).toMatch(/Имеются противопоказания\. Нужна консультация специалиста\./u);
    expect(text.length).toBeGreaterThan(150);
    expect(text).not.toMatch(/lorem|xxx|todo/iu);
    expect(text).not.toMatch(/ {2,}|\n{3,}/u);
  });

  it('are long enough to be read', () => {
    const posts = demo.items.filter(({ copy, format }) => copy && ['post', 'carousel'].includes(format));
    const usual = posts.filter(({ copy }) => copy!.text.length >= 300 && copy!.text.length <= 1100);
    expect(usual.length / posts.length).toBeGreaterThan(0.95);
  });
});

describe('its pictures', () => {
  it('can be drawn, every one of them', () => {
    const specs = new Map<string, PictureSpec>();
    for (const { art } of demo.items)
      for (const spec of art ? [art.spec, ...art.earlier, ...art.slides] : []) specs.set(JSON.stringify(spec), spec);
    expect(specs.size).toBeGreaterThan(150);
    for (const spec of specs.values()) expect(drawPicture(spec)).not.toMatch(/NaN|undefined/u);
  });
});

describe('its money', () => {
  it.each(['2026-12-01', '2026-12-08', '2026-12-31', '2027-02-28', '2027-03-15'])(
    'is sound when loaded on %s',
    (day) => {
      const { budgetLines, revisions, tasks } = buildDemo(day);
      const ratios = budgetLines.map((line) => {
        const taken = line.committedRub + line.payableRub + line.spentKopecks / 100;
        expect(line.initialRub).toBeGreaterThanOrEqual(0);
        if (taken > 0) expect(line.approvedRub).toBeGreaterThan(0);
        if (line.strictness === 'hard')
          expect([line.campaign, line.category, line.month, taken <= line.approvedRub]).toEqual([
            line.campaign,
            line.category,
            line.month,
            true,
          ]);
        return { strictness: line.strictness, ratio: line.approvedRub > 0 ? taken / line.approvedRub : 0 };
      });
      for (const { campaign, changes } of revisions)
        for (const { category, month } of changes)
          expect(
            budgetLines.some(
              (line) =>
                line.campaign === campaign && line.category === category && line.month === monthFrom(day, month),
            ),
          ).toBe(true);
      expect(ratios.some(({ strictness, ratio }) => strictness === 'soft' && ratio > 1)).toBe(true);
      expect(ratios.some(({ ratio }) => ratio > 0.8 && ratio <= 1)).toBe(true);
      const booked = new Set(budgetLines.flatMap((line) => line.tasks));
      const accepted = tasks.filter(({ events }) => events.some(({ action }) => action === 'accept'));
      for (const { slug } of accepted) expect(booked).toContain(slug);
      // What is issued can be accepted, or is refused with a line's figures: there is a line to ask.
      for (const { slug, campaign, discipline, dueDay, state } of tasks) {
        const hasLine = budgetLines.some(
          (line) => line.campaign === campaign && line.category === discipline && line.month === monthOf(day, dueDay),
        );
        if (state === 'issued') expect([slug, hasLine]).toEqual([slug, true]);
      }
    },
  );

  it('pays nobody twice, and only what was accepted', () => {
    expectNoRepeats(demo.payouts.flatMap(({ tasks }) => tasks));
    for (const payout of demo.payouts) {
      const tasks = demo.tasks.filter(({ slug }) => payout.tasks.includes(slug));
      expect(tasks.every(({ assignee }) => assignee === payout.member)).toBe(true);
      expect(tasks.reduce((sum, task) => sum + (task.state === 'done' ? task.feeRub : task.killFeeRub), 0)).toBe(
        payout.totalRub,
      );
    }
  });

  it('reports the advertising of every day, with sound figures', () => {
    expect(demo.adSpend.length).toBeGreaterThan(400);
    for (const { impressions, clicks, leads, costKopecks, day } of demo.adSpend) {
      expect(day).toBeLessThan(0);
      expect(impressions).toBeGreaterThan(clicks);
      expect(clicks).toBeGreaterThanOrEqual(leads);
      expect(Number.isInteger(costKopecks)).toBe(true);
    }
  });
});

const nextState: Readonly<Record<TaskAction, (task: TaskContent) => TaskState>> = {
  issue: () => 'issued',
  revise: () => 'issued',
  accept: () => 'in_progress',
  decline: () => 'draft',
  submit: () => 'in_review',
  withdraw: () => 'in_review',
  request_changes: () => 'in_progress',
  approve: ({ wantsClientApproval }) => (wantsClientApproval ? 'client_review' : 'done'),
  client_approve: () => 'done',
  client_request_changes: () => 'in_progress',
  reopen: () => 'in_progress',
  cancel: () => 'cancelled',
};

const allowedFrom: Readonly<Record<TaskAction, readonly TaskState[]>> = {
  issue: ['draft'],
  accept: ['issued'],
  decline: ['issued'],
  revise: ['issued', 'in_progress'],
  submit: ['in_progress'],
  request_changes: ['in_review'],
  approve: ['in_review'],
  client_approve: ['client_review'],
  client_request_changes: ['client_review'],
  withdraw: ['client_review'],
  reopen: ['done'],
  cancel: ['draft', 'issued', 'in_progress', 'in_review', 'client_review'],
};

function stateAfter(task: TaskContent): TaskState {
  return task.events.reduce<TaskState>((state, { action }) => {
    expect(allowedFrom[action]).toContain(state);
    return nextState[action](task);
  }, 'draft');
}

/** Any form of a word: its stem and an ending; a short one only as it stands. */
function matcherOf(word: string): RegExp {
  if (word.includes(' ')) return new RegExp(word, 'iu');
  const stem = word.length > 5 ? word.replace(/(?:ый|ий|ой|ая|ое|ие|ые|а|о|ь)$/u, '') : word;
  const ending = word.length > 5 ? '\\p{L}{0,4}' : '';
  return new RegExp(`(?<!\\p{L})${stem}${ending}(?!\\p{L})`, 'iu');
}

function expectNoRepeats(values: readonly string[]): void {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}
