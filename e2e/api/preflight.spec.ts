import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, richTextOf } from '@planerka/platform/domain';
import { agency, anItem, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const page = /* GraphQL */ `
  query ($id: ID!) {
    contentItem(id: $id) {
      text {
        taskId
        number
        variants
      }
      media {
        number
        files {
          name
        }
      }
      preflight {
        findings {
          rule
          kind
          severity
          network
          field
          params
        }
        limits {
          rule
          network
          unit
          limit
        }
      }
    }
  }
`;
const rules = /* GraphQL */ `
  query ($clientId: ID) {
    preflightRules(clientId: $clientId) {
      key
      limit
      isOn
      viewerCanDecide
      editions {
        since
        until
        limit
        sourceUrl
        checkedOn
      }
      decision {
        limit
        isOff
        reason
        setByName
        version
      }
      agencyDecision {
        limit
      }
    }
  }
`;
const answer = `
  __typename
  ... on PreflightRuleDecided { rule { key limit isOn decision { version } } }
  ... on InvalidInput { issues { path code } }
  ... on StaleVersion { currentVersion }
  ... on NotFound { entity }`;
const decide = `mutation ($input: DecidePreflightRuleInput!) { decidePreflightRule(input: $input) { ${answer} } }`;
const reset = `mutation ($input: ResetPreflightRuleInput!) { resetPreflightRule(input: $input) { ${answer} } }`;

const pageFor = async (member: TestMember, id: string) => (await api.as(member).run(page, { id })).contentItem;
const rulesFor = async (member: TestMember, clientId: string | null = mayak.client.id) =>
  (await api.as(member).run(rules, { clientId })).preflightRules;
const ruleFor = async (member: TestMember, key: string, clientId?: string | null) =>
  (await rulesFor(member, clientId)).find((rule: { key: string }) => rule.key === key);
const decideBy = async (member: TestMember, input: object) =>
  (
    await api.as(member).run(decide, {
      input: { clientId: mayak.client.id, expectedVersion: 0, reason: 'Так договорились', ...input },
    })
  ).decidePreflightRule;

/** A publication whose copy says this. */
async function written(text: string, variants: readonly { network: string; text: string }[] = []) {
  const item = await anItem(mayak, {});
  const task = await aTask(mayak, { itemId: item.id, state: 'in_review' });
  const { agencyId, copywriter } = mayak;
  const data: object = {
    kind: 'copy',
    text: richTextOf(text),
    variants: variants.map((variant) => ({ network: variant.network, text: richTextOf(variant.text) })),
  };
  await within(agencyId, async (db) => {
    await db.deliverable.create({
      data: {
        ...{ agencyId, id: newId(), taskId: task.id, number: 1, contentHash: 'aa' },
        data,
        ...{ submittedById: copywriter.memberId, submittedAt: new Date() },
      },
    });
    await db.task.update({
      where: { agencyId_id: { agencyId, id: task.id } },
      data: { deliverableNumber: 1 },
    });
  });
  return { ...item, taskId: task.id };
}

describe('A publication before it goes out', () => {
  it('is held against the rules of its day', async () => {
    const item = await written('СКИДКИ, СКИДКИ, СКИДКИ: https://sosna.example/stol');
    const { text, preflight } = await pageFor(mayak.manager, item.id);
    expect(text).toMatchObject({ taskId: item.taskId, number: 1 });
    expect(preflight.findings).toEqual([
      {
        ...{ rule: 'utm', kind: 'UTM', severity: 'WARNS', network: null, field: 'text' },
        params: { words: ['https://sosna.example/stol'] },
      },
      expect.objectContaining({ rule: 'capitals', severity: 'ADVICE' }),
    ]);
    expect(preflight.limits).toEqual([{ rule: 'vk_post', network: 'VK', unit: 'CHARACTERS', limit: 16_384 }]);
  });

  it('counts a network’s own words where it has them', async () => {
    const item = await written('Коротко', [{ network: 'vk', text: 'а'.repeat(16_385) }]);
    const { preflight } = await pageFor(mayak.manager, item.id);
    expect(preflight.findings).toEqual([
      expect.objectContaining({
        rule: 'vk_post',
        network: 'VK',
        field: 'text.vk',
        params: { count: 16_385, limit: 16_384 },
      }),
    ]);
  });

  it('shows words to whoever sees their task, and nothing of others’ work', async () => {
    const item = await written('СКИДКИ СКИДКИ СКИДКИ');
    expect((await pageFor(mayak.copywriter, item.id)).text).not.toBeNull();
    const seen = await pageFor(mayak.designer, item.id);
    expect(seen.text).toBeNull();
    expect(seen.preflight.findings).toEqual([]);
  });

  it('of advertising wants an erid, which only those are told who lead the client', async () => {
    const item = await anItem(mayak, { format: 'ad' });
    const found = async (member: TestMember) =>
      (await pageFor(member, item.id)).preflight.findings.map(({ rule }: { rule: string }) => rule);
    expect(await found(mayak.manager)).toEqual(['erid_missing']);
    expect(await found(mayak.copywriter)).toEqual([]);
  });
});

describe('The rules', () => {
  it('say where they are from, and who may decide', async () => {
    const rule = await ruleFor(mayak.copywriter, 'telegram_caption');
    expect(rule).toMatchObject({ limit: 1024, isOn: true, viewerCanDecide: false, decision: null });
    expect(rule.editions[0].sourceUrl).toMatch(/^https:/);
    expect((await ruleFor(mayak.manager, 'emoji')).viewerCanDecide).toBe(true);
    expect((await ruleFor(mayak.manager, 'emoji', null)).viewerCanDecide).toBe(false);
    expect((await ruleFor(mayak.owner, 'emoji', null)).viewerCanDecide).toBe(true);
  });

  it('are decided for a client by whoever leads it, and count at once', async () => {
    const item = await written('СКИДКИ СКИДКИ СКИДКИ');
    const decided = await decideBy(mayak.manager, { rule: 'capitals', isOff: true });
    expect(decided.rule).toEqual({ key: 'capitals', limit: 2, isOn: false, decision: { version: 1 } });
    expect((await pageFor(mayak.manager, item.id)).preflight.findings).toEqual([]);
    expect(await decideBy(mayak.owner, { rule: 'capitals', isOff: true })).toMatchObject({
      __typename: 'StaleVersion',
      currentVersion: 1,
    });
    const { resetPreflightRule } = await api.as(mayak.owner).run(reset, {
      input: { rule: 'capitals', clientId: mayak.client.id, expectedVersion: 1 },
    });
    expect(resetPreflightRule.rule).toMatchObject({ isOn: true, decision: null });
    expect((await pageFor(mayak.manager, item.id)).preflight.findings).toHaveLength(1);
  });

  it('are decided for the agency by its owner; a client’s own word counts before that', async () => {
    const forAll = { rule: 'emoji', clientId: null, limit: 2 };
    expect((await decideBy(mayak.manager, forAll)).__typename).toBe('NotFound');
    expect((await decideBy(mayak.owner, forAll)).rule.limit).toBe(2);
    expect(await ruleFor(mayak.manager, 'emoji')).toMatchObject({ limit: 2, agencyDecision: { limit: 2 } });
    await decideBy(mayak.manager, { rule: 'emoji', limit: 4 });
    expect(await ruleFor(mayak.manager, 'emoji')).toMatchObject({
      limit: 4,
      decision: { limit: 4, reason: 'Так договорились', setByName: mayak.manager.name },
    });
  });

  it('refuse what makes no sense at its field', async () => {
    const issues = async (input: object) => (await decideBy(mayak.manager, input)).issues;
    expect(await issues({ rule: 'utm', limit: 3 })).toEqual([{ path: ['limit'], code: 'rule_counts_nothing' }]);
    expect(await issues({ rule: 'emoji' })).toEqual([{ path: ['limit'], code: 'nothing_changed' }]);
    expect(await issues({ rule: 'emoji', limit: 3, reason: ' ' })).toEqual([{ path: ['reason'], code: 'required' }]);
    expect((await decideBy(mayak.manager, { rule: 'нет', isOff: true })).__typename).toBe('NotFound');
  });

  it('are nobody else’s', async () => {
    const other = await agency('Чужие');
    expect(await rulesFor(other.owner)).toBeNull();
    expect((await decideBy(other.owner, { rule: 'utm', isOff: true })).__typename).toBe('NotFound');
    expect((await decideBy(mayak.copywriter, { rule: 'utm', isOff: true })).__typename).toBe('NotFound');
  });
});
