import { can, type Action } from '@planerka/agency/domain';
import { memberRule } from '@planerka/agency/server';
import { answersToCount, nextStepsOf, onboardingOf, type OnboardingStepKey } from '@planerka/clients/domain';
import type { Currency, Id } from '@planerka/platform/domain';
import { read, type ReadField, type ReadType } from '@planerka/platform/server';
import { sql } from 'kysely';
import type { ChannelObject } from '../channel/channel.object';
import type { ContactObject } from '../contact/contact.object';
import { clientDateRead } from '../date/client-date-read';
import type { ClientDateObject } from '../date/client-date.object';
import type { ChannelFrequencyObject } from '../frequency/channel-frequency.object';
import type { ResearchObject } from '../research/research.object';
import type { RetainerObject } from '../retainer/retainer.object';
import { brandOf, toBrandProfile, toOnboardingStep, toRetainer } from './client-details.present';
import { channelRead } from './channel-read';
import type { ClientObject } from './client.object';

/* What hangs on a client: rows of `client`, in a statement that has the instant `at`. What the viewer may not see is null. */

type Seeing = Extract<Action, 'client.edit' | 'client.contacts.view' | 'retainer.view'>;

const squadId = read.id(sql`client.squad_id`);
const clientId = read.id(sql`client.id`);

/** Of the client's rows of another table. */
const ofClient = (alias: string) =>
  sql`${sql.ref(`${alias}.agency_id`)} = client.agency_id AND ${sql.ref(`${alias}.client_id`)} = client.id`;

/** A list for those who may see it. */
const seenBy = <T>(action: Seeing, list: ReadField<readonly T[]>) =>
  memberRule({ squadId, list }, (facts, viewer) =>
    can(viewer, action, { squadId: facts.squadId }) ? facts.list : null,
  );

const contact: ReadType = {
  name: 'Contact',
  fields: {
    id: read.id(sql`contact.id`),
    clientId,
    name: read.text(sql`contact.name`),
    position: read.text(sql`contact.position`),
    email: read.nullable(read.text(sql`contact.email`)),
    phone: read.nullable(read.text(sql`contact.phone`)),
    telegram: read.nullable(read.text(sql`contact.telegram`)),
    isApprover: read.boolean(sql`contact.is_approver`),
    isFinalApprover: read.boolean(sql`contact.is_final_approver`),
    archivedAt: read.nullable(read.instant(sql`contact.archived_at`)),
    version: read.int(sql`contact.version`),
  } satisfies Record<keyof ContactObject, ReadField>,
};

const research: ReadType = {
  name: 'Research',
  fields: {
    id: read.id(sql`research.id`),
    kind: read.enumeration(sql`research.kind`),
    title: read.text(sql`research.title`),
    body: read.text(sql`research.body`),
    url: read.text(sql`research.url`),
    createdAt: read.instant(sql`research.created_at`),
    version: read.int(sql`research.version`),
  } satisfies Record<keyof ResearchObject, ReadField>,
};

const frequency: ReadType = {
  name: 'ChannelFrequency',
  fields: {
    channelId: read.id(sql`frequency.channel_id`),
    validFrom: read.month(sql`frequency.valid_from`),
    items: read.int(sql`frequency.items`),
  } satisfies Record<keyof ChannelFrequencyObject, ReadField>,
};

/** A step that somebody has said something about. */
export interface StepFacts {
  readonly key: OnboardingStepKey;
  readonly note: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
}

const marked = read.many<StepFacts>(
  () => ({
    name: 'OnboardingStep',
    fields: {
      key: read.text(sql`step.key`),
      note: read.text(sql`step.note`),
      doneAt: read.nullable(read.instant(sql`step.done_at`)),
      doneBy: read.nullable(
        read.text(sql`(SELECT m.name FROM member m WHERE m.agency_id = step.agency_id AND m.id = step.done_by_id)`),
      ),
    } satisfies Record<keyof StepFacts, ReadField>,
  }),
  (object) => sql`(SELECT string_agg(${object}, ',') FROM onboarding_step step WHERE ${ofClient('step')})`,
);

const doneSteps = read.listOf(
  read.text(
    sql`array(SELECT step.key FROM onboarding_step step WHERE ${ofClient('step')} AND step.done_at IS NOT NULL ORDER BY 1)`,
  ),
);

const openSteps = (done: readonly string[]): number =>
  onboardingOf(new Set(done)).filter(({ isDone }) => !isDone).length;

/** Sums are texts: a JSON number would round them. */
export interface RetainerFacts {
  readonly id: Id;
  readonly validFrom: string;
  readonly fee: string;
  readonly extraRound: string;
  readonly currency: Currency;
  readonly includedItems: number;
  readonly includedRounds: number;
  readonly services: readonly {
    readonly serviceId: Id;
    readonly name: string;
    readonly quantity: number;
    readonly priceMinor: string;
  }[];
  readonly hasBegun: boolean;
}

const today = sql`(
  SELECT (${read.value('at')}::timestamptz AT TIME ZONE agency.time_zone)::date FROM agency WHERE agency.id = client.agency_id)`;

/** The latest first. */
const retainers = read.many<RetainerFacts>(
  () => ({
    name: 'Retainer',
    fields: {
      id: read.id(sql`retainer.id`),
      validFrom: read.month(sql`retainer.valid_from`),
      fee: read.text(sql`retainer.fee_minor::text`),
      extraRound: read.text(sql`retainer.extra_round_minor::text`),
      currency: read.text(sql`retainer.currency`),
      includedItems: read.int(sql`retainer.included_items`),
      includedRounds: read.int(sql`retainer.included_rounds`),
      services: read.json(sql`retainer.services`),
      hasBegun: read.boolean(sql`retainer.valid_from <= ${today}`),
    } satisfies Record<keyof RetainerFacts, ReadField>,
  }),
  (object) => sql`(
    SELECT string_agg(${object}, ',' ORDER BY retainer.valid_from DESC) FROM retainer WHERE ${ofClient('retainer')})`,
);

/** The brand profile as it is kept. */
export interface BrandFacts {
  readonly data: unknown;
  readonly version: number;
  readonly updatedAt: string;
}

const brand = read.one<BrandFacts>(
  () => ({
    name: 'BrandProfile',
    fields: {
      data: read.json(sql`brand.data`),
      version: read.int(sql`brand.version`),
      updatedAt: read.instant(sql`brand.updated_at`),
    } satisfies Record<keyof BrandFacts, ReadField>,
  }),
  (object) => sql`(SELECT ${object} FROM brand_profile brand WHERE ${ofClient('brand')})`,
);

const countOf = (table: string, condition: ReturnType<typeof sql>) =>
  read.int(sql`(SELECT count(*) FROM ${sql.table(table)} t WHERE ${ofClient('t')} AND ${condition})`);

/** Of the epoch: an address is the same for an hour. */
const hour = read.int(sql`floor(extract(epoch FROM ${read.value('at')}::timestamptz) / 3600)`);

export const clientDetails = {
  logoUrl: memberRule(
    { fileId: read.nullable(read.id(sql`client.logo_file_id`)), hour },
    (logo, { agencyId }, { files }) => logo.fileId && files.preview(agencyId, logo.fileId, 320, logo.hour),
  ),
  brandProfile: memberRule({ squadId, clientId, brand }, (facts, viewer) =>
    can(viewer, 'client.view', facts) ? toBrandProfile(facts.clientId, facts.brand) : null,
  ),
  channels: read.many<ChannelObject>(
    () => channelRead,
    (object) => sql`(
      SELECT string_agg(${object}, ',' ORDER BY channel.archived_at NULLS FIRST, channel.position, channel.id) FROM channel
      WHERE ${ofClient('channel')})`,
  ),
  contacts: seenBy(
    'client.contacts.view',
    read.many<ContactObject>(
      () => contact,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY contact.archived_at NULLS FIRST, contact.is_final_approver DESC,
          contact.is_approver DESC, contact.name, contact.id) FROM contact WHERE ${ofClient('contact')})`,
    ),
  ),
  research: seenBy(
    'client.edit',
    read.many<ResearchObject>(
      () => research,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY research.created_at DESC, research.id DESC) FROM research
        WHERE ${ofClient('research')})`,
    ),
  ),
  dates: seenBy(
    'client.edit',
    read.many<ClientDateObject>(
      () => clientDateRead,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY dated.starts_on, dated.id) FROM client_date dated
        WHERE ${ofClient('dated')})`,
    ),
  ),
  frequencies: seenBy(
    'client.edit',
    read.many<ChannelFrequencyObject>(
      () => frequency,
      (object) => sql`(
        SELECT string_agg(${object}, ',' ORDER BY frequency.valid_from DESC, channel.position, channel.id)
        FROM channel JOIN channel_frequency frequency
          ON frequency.agency_id = channel.agency_id AND frequency.channel_id = channel.id
        WHERE ${ofClient('channel')})`,
    ),
  ),
  answeringTime: memberRule(
    { squadId, days: read.nullable(read.int(sql`client.answer_days`)), answers: read.int(sql`client.answer_count`) },
    ({ days, answers, ...facts }, viewer) =>
      can(viewer, 'client.edit', facts) ? { days, answers, answersNeeded: answersToCount.least } : null,
  ),
  onboarding: memberRule({ squadId, clientId, marked }, (facts, viewer) =>
    can(viewer, 'client.edit', facts)
      ? onboardingOf(new Set()).map(({ key }) => toOnboardingStep(facts.clientId, key, facts.marked))
      : null,
  ),
  includedWork: memberRule({ squadId, retainers }, (facts, viewer) => {
    const current = can(viewer, 'client.edit', facts) ? facts.retainers.find(({ hasBegun }) => hasBegun) : undefined;
    return current ? { items: current.includedItems, rounds: current.includedRounds } : null;
  }),
  retainers: memberRule({ squadId, retainers }, (facts, viewer): readonly RetainerObject[] | null => {
    if (!can(viewer, 'retainer.view', facts)) return null;
    const current = facts.retainers.find(({ hasBegun }) => hasBegun);
    return facts.retainers.map((retainer) => toRetainer(retainer, retainer === current));
  }),
  nextSteps: memberRule(
    {
      squadId,
      brand,
      doneSteps,
      channels: countOf('channel', sql`t.archived_at IS NULL`),
      finalApprovers: countOf('contact', sql`t.is_final_approver AND t.archived_at IS NULL`),
      retainers: countOf('retainer', sql`true`),
    },
    ({ doneSteps: done, brand: written, ...facts }, viewer) =>
      can(viewer, 'client.edit', facts)
        ? nextStepsOf({ ...facts, brand: brandOf(written), openOnboardingSteps: openSteps(done) }).filter(
            (step) => step !== 'set_retainer' || can(viewer, 'retainer.edit', facts),
          )
        : [],
  ),
  openOnboardingSteps: memberRule({ squadId, doneSteps }, (facts, viewer) =>
    can(viewer, 'client.edit', facts) ? openSteps(facts.doneSteps) : null,
  ),
} satisfies Partial<Record<keyof ClientObject, ReadField>>;
