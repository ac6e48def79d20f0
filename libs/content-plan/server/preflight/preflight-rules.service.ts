import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  editionOn,
  overrideOf,
  parseRuleChange,
  preflightRuleOf,
  preflightRules,
  type PreflightRule,
  type RuleChange,
} from '@planerka/content-plan/domain';
import {
  changesBetween,
  dateOf,
  err,
  isId,
  ok,
  Temporal,
  type Id,
  type PlainDate,
  type Result,
} from '@planerka/platform/domain';
import {
  Clock,
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Statement,
  type Tx,
} from '@planerka/platform/server';
import { sql } from 'kysely';
import { zoneOf } from '../item/loaded-item';
import type {
  DecidePreflightRuleInput,
  PreflightDecisionObject,
  PreflightRuleObject,
  ResetPreflightRuleInput,
} from './preflight-rule.object';

type RuleError = Exclude<CommandError, { kind: 'IllegalTransition' }>;
type RuleResult = Result<PreflightRuleObject, RuleError>;

/** Whose publications a decision is about. */
interface Scope {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly clientName: string | null;
  readonly squadId: Id | null;
}

/** The rules of the preflight, and what an agency decides of them: for all its clients, or for one. */
@Injectable()
export class PreflightRulesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Null where the client is not one of the viewer's. */
  async rules(viewer: CurrentMember, clientId: Id | null): Promise<readonly PreflightRuleObject[] | null> {
    if (clientId !== null && !isId(clientId)) return null;
    const [[agency], [client], decisions] = await this.reader.askAll<[AgencyRow, ClientRow, Decision]>(viewer, [
      sql`SELECT time_zone AS zone FROM agency WHERE id = ${viewer.agencyId}::uuid`,
      sql`SELECT squad_id AS "squadId" FROM client WHERE agency_id = ${viewer.agencyId}::uuid AND id = ${clientId}::uuid`,
      decisionsOf(viewer.agencyId, clientId ?? viewer.agencyId),
    ]);
    if (!agency || (clientId !== null && !client)) return null;
    const scope = { clientId, squadId: client?.squadId ?? null };
    if (!maySee(viewer, scope)) return null;
    return presented(viewer, scope, preflightRules, decisions, dateOf(this.clock.now(), agency.zone));
  }

  decide(viewer: CurrentMember, input: DecidePreflightRuleInput): Promise<RuleResult> {
    const { rule: key, clientId, isOff, limit, reason } = input;
    return this.change(viewer, key, clientId ?? null, input.expectedVersion, () =>
      parseRuleChange(key, { isOff, limit: limit ?? null, reason }),
    );
  }

  /** Back to the rule's own, or to what the agency says of it. */
  reset(viewer: CurrentMember, { rule, clientId, expectedVersion }: ResetPreflightRuleInput): Promise<RuleResult> {
    return this.change(viewer, rule, clientId ?? null, expectedVersion, () => ok(null));
  }

  private change(
    viewer: CurrentMember,
    key: string,
    clientId: Id | null,
    expectedVersion: number,
    wished: () => ReturnType<typeof parseRuleChange> | Result<null, never>,
  ): Promise<RuleResult> {
    return this.unitOfWork.run(viewer, async (tx): Promise<RuleResult> => {
      const scope = await scopeOf(tx, clientId);
      if (!scope || !mayDecide(viewer, scope)) return err(notFound(clientId === null ? 'Agency' : 'Client'));
      const rule = preflightRuleOf(key);
      if (!rule) return err(notFound('PreflightRule'));
      const parsed = wished();
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const where = { agencyId: tx.agencyId, scopeId: scope.id, rule: key };
      const before = await tx.db.preflightOverride.findUnique({ where: { agencyId_scopeId_rule: where } });
      const version = before?.version ?? 0;
      if (version !== expectedVersion) return err(staleVersion(version));
      if (parsed.value === null) await tx.db.preflightOverride.deleteMany({ where });
      else await write(tx, viewer, scope, key, parsed.value, version);
      tell(tx, viewer, scope, key, before, parsed.value);
      const today = dateOf(tx.at, await zoneOf(tx));
      const [after] = presented(viewer, scope, [rule], await tx.query(decisionsOf(tx.agencyId, scope.id)), today);
      return after ? ok(after) : err(notFound('PreflightRule'));
    });
  }
}

interface AgencyRow {
  readonly zone: string;
}

interface ClientRow {
  readonly squadId: Id;
}

interface Decision extends PreflightDecisionObject {
  readonly rule: string;
}

/** Of a client, and of the agency. */
const decisionsOf = (agencyId: Id, scopeId: Id): Statement<Decision> => sql<Decision>`
  SELECT rule, client_id AS "clientId", is_off AS "isOff", limit_value AS "limit", reason, set_by_name AS "setByName",
    to_json(set_at) #>> '{}' AS "setAt", version
  FROM preflight_override
  WHERE agency_id = ${agencyId}::uuid AND scope_id IN (${agencyId}::uuid, ${scopeId}::uuid)`;

type Whose = Pick<Scope, 'clientId' | 'squadId'>;

/** Of those who see the client's plan; the agency's own are everybody's. */
const maySee = (viewer: CurrentMember, { squadId }: Whose): boolean =>
  squadId === null ? can(viewer, 'agency.view') : can(viewer, 'plan.view', { squadId });

const mayDecide = (viewer: CurrentMember, { squadId }: Whose): boolean =>
  squadId === null ? can(viewer, 'agency.manage') : can(viewer, 'plan.edit', { squadId });

/** Locked, so that two who decide of the same rule come one after the other. */
async function scopeOf(tx: Tx, clientId: Id | null): Promise<Scope | null> {
  const { db, agencyId } = tx;
  if (clientId === null) {
    await db.$queryRaw`SELECT 1 FROM agency WHERE id = ${agencyId}::uuid FOR NO KEY UPDATE`;
    return { id: agencyId, clientId: null, clientName: null, squadId: null };
  }
  if (!isId(clientId)) return null;
  await db.$queryRaw`
    SELECT 1 FROM client WHERE agency_id = ${agencyId}::uuid AND id = ${clientId}::uuid FOR NO KEY UPDATE`;
  const client = await db.client.findFirst({
    where: { agencyId, id: clientId },
    select: { name: true, squadId: true },
  });
  return client && { id: clientId, clientId, clientName: client.name, squadId: client.squadId };
}

async function write(
  { db, agencyId, at }: Tx,
  viewer: CurrentMember,
  { id, clientId }: Scope,
  rule: string,
  { isOff, limit, reason }: RuleChange,
  version: number,
): Promise<void> {
  const key = { agencyId, scopeId: id, rule };
  const said = {
    ...{ isOff, limit, reason },
    setById: viewer.memberId,
    setByName: viewer.name,
    setAt: toDbInstant(at),
    version: version + 1,
  };
  await db.preflightOverride.upsert({
    where: { agencyId_scopeId_rule: key },
    create: { ...key, clientId, ...said },
    update: said,
  });
}

interface Decided {
  readonly isOff: boolean;
  readonly limit: number | null;
  readonly reason: string;
}

function tell(
  tx: Tx,
  viewer: CurrentMember,
  { clientId, clientName, squadId }: Scope,
  rule: string,
  before: Decided | null,
  after: Decided | null,
): void {
  const said = (decided: Decided | null) =>
    decided && { isOff: decided.isOff, limit: decided.limit, reason: decided.reason };
  const nothing = { isOff: null, limit: null, reason: null };
  tx.emit({
    type: after ? 'preflight.rule_decided' : 'preflight.rule_reset',
    entity: clientId ? { type: 'Client', id: clientId } : { type: 'Agency', id: tx.agencyId },
    actor: actorOf(viewer),
    audience: clientId && squadId ? { clientId, squadId } : { ownersOnly: true },
    ...(clientId && { related: { clientId } }),
    details: { title: rule, ...(clientName !== null && { clientName }) },
    changes: changesBetween(said(before) ?? nothing, said(after) ?? nothing),
  });
}

function presented(
  viewer: CurrentMember,
  scope: Whose,
  rules: readonly PreflightRule[],
  decisions: readonly Decision[],
  today: PlainDate,
): readonly PreflightRuleObject[] {
  const decisionOf = (rule: string, clientId: Id | null): PreflightDecisionObject | null => {
    const found = decisions.find((one) => one.rule === rule && one.clientId === clientId);
    return found ? { ...found, setAt: Temporal.Instant.from(found.setAt.toString()) } : null;
  };
  const canDecide = mayDecide(viewer, scope);
  return rules.map((rule) => {
    const edition = editionOn(rule, today);
    const override = overrideOf(decisions, rule.key, scope.clientId);
    const { key, kind, severity, networks, unit } = rule;
    return {
      ...{ key, kind, severity, networks, unit },
      id: `${scope.clientId ?? viewer.agencyId}:${key}`,
      editions: rule.editions.map(({ since, until, limit, source }) => ({
        limit,
        since: dayOf(since),
        until: dayOf(until),
        sourceKind: source.kind,
        sourceTitle: source.title,
        sourceUrl: source.url,
        checkedOn: Temporal.PlainDate.from(source.checkedOn),
      })),
      limit: override?.limit ?? edition?.limit ?? null,
      isOn: edition !== null && !override?.isOff,
      decision: decisionOf(key, scope.clientId),
      agencyDecision: scope.clientId === null ? null : decisionOf(key, null),
      viewerCanDecide: canDecide,
    };
  });
}

const dayOf = (text: string | null): PlainDate | null => (text === null ? null : Temporal.PlainDate.from(text));
