import { Injectable } from '@nestjs/common';
import { memberOf, type CurrentMember } from '@planerka/agency/server';
import type { Network, ResearchKind } from '@planerka/clients/domain';
import type { Id } from '@planerka/platform/domain';
import { Clock, Reader, toDbInstant, type GraphQLContext } from '@planerka/platform/server';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { seesClient } from './client.fields';

/** Everything that hangs on a client, as the database keeps it; who sees what of it, the resolver says. */
export interface ClientDetails {
  readonly id: Id;
  readonly brand: { readonly data: unknown; readonly version: number; readonly updated_at: string } | null;
  readonly channels: readonly {
    readonly id: Id;
    readonly network: Network;
    readonly title: string;
    readonly url: string;
    readonly archived_at: string | null;
    readonly version: number;
  }[];
  readonly contacts: readonly {
    readonly id: Id;
    readonly name: string;
    readonly position: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly telegram: string | null;
    readonly is_approver: boolean;
    readonly is_final_approver: boolean;
    readonly archived_at: string | null;
    readonly version: number;
  }[];
  readonly research: readonly {
    readonly id: Id;
    readonly kind: ResearchKind;
    readonly title: string;
    readonly body: string;
    readonly url: string;
    readonly created_at: string;
    readonly version: number;
  }[];
  readonly onboarding: readonly {
    readonly key: string;
    readonly note: string;
    readonly done_at: string | null;
    readonly done_by: string | null;
  }[];
  /** The latest first. Sums are text: a JSON number would round them. */
  readonly retainers: readonly {
    readonly id: Id;
    readonly valid_from: string;
    readonly fee: string;
    readonly extra_round: string;
    readonly currency: string;
    readonly included_items: number;
    readonly included_rounds: number;
    readonly services: readonly {
      readonly serviceId: Id;
      readonly name: string;
      readonly quantity: number;
      readonly priceMinor: string;
    }[];
    readonly has_begun: boolean;
  }[];
}

type Loader = DataLoader<Id, ClientDetails | null>;

/** Details of however many clients an operation asks about: one statement, once per request. */
@Injectable()
export class ClientDetailsLoader {
  private readonly loaders = new WeakMap<GraphQLContext, Loader>();

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Null for a client that the asking member does not see, and for whoever is no member. */
  async of(context: GraphQLContext, clientId: Id): Promise<ClientDetails | null> {
    const viewer = memberOf(context);
    if (!viewer) return null;
    const loader = this.loaders.get(context) ?? new DataLoader((ids) => this.load(viewer, ids));
    this.loaders.set(context, loader);
    return loader.load(clientId);
  }

  private async load(viewer: CurrentMember, ids: readonly Id[]): Promise<(ClientDetails | null)[]> {
    const now = toDbInstant(this.clock.now());
    const rows = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('client')
        .innerJoin('agency', 'agency.id', 'client.agency_id')
        .select([
          'client.id',
          sql<
            ClientDetails['brand']
          >`(SELECT json_build_object('data', b.data, 'version', b.version, 'updated_at', b.updated_at)
            FROM brand_profile b WHERE b.agency_id = client.agency_id AND b.client_id = client.id)`.as('brand'),
          list<'channels'>(
            sql`json_build_object('id', t.id, 'network', t.network, 'title', t.title, 'url', t.url,
            'archived_at', t.archived_at, 'version', t.version) ORDER BY t.archived_at NULLS FIRST, t.position, t.id`,
            'channel',
          ).as('channels'),
          list<'contacts'>(
            sql`json_build_object('id', t.id, 'name', t.name, 'position', t.position, 'email', t.email, 'phone', t.phone,
            'telegram', t.telegram, 'is_approver', t.is_approver, 'is_final_approver', t.is_final_approver,
            'archived_at', t.archived_at, 'version', t.version)
            ORDER BY t.archived_at NULLS FIRST, t.is_final_approver DESC, t.is_approver DESC, t.name, t.id`,
            'contact',
          ).as('contacts'),
          list<'research'>(
            sql`json_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'body', t.body, 'url', t.url,
            'created_at', t.created_at, 'version', t.version) ORDER BY t.created_at DESC, t.id DESC`,
            'research',
          ).as('research'),
          list<'onboarding'>(
            sql`json_build_object('key', t.key, 'note', t.note, 'done_at', t.done_at, 'done_by',
            (SELECT m.name FROM member m WHERE m.agency_id = t.agency_id AND m.id = t.done_by_id))`,
            'onboarding_step',
          ).as('onboarding'),
          list<'retainers'>(
            sql`json_build_object('id', t.id, 'valid_from', to_char(t.valid_from, 'YYYY-MM'), 'fee', t.fee_minor::text,
            'extra_round', t.extra_round_minor::text, 'currency', t.currency, 'included_items', t.included_items,
            'included_rounds', t.included_rounds, 'services', t.services,
            'has_begun', t.valid_from <= (${now}::timestamptz AT TIME ZONE agency.time_zone)::date)
            ORDER BY t.valid_from DESC`,
            'retainer',
          ).as('retainers'),
        ])
        .where('client.agency_id', '=', viewer.agencyId)
        .where('client.id', 'in', [...ids])
        .where(seesClient(viewer))
        .execute(),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

const list = <Part extends keyof ClientDetails>(each: ReturnType<typeof sql>, table: string) =>
  sql<ClientDetails[Part]>`coalesce((SELECT json_agg(${each}) FROM ${sql.table(table)} t
    WHERE t.agency_id = client.agency_id AND t.client_id = client.id), '[]')`;
