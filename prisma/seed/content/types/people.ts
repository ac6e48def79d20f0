import type { DeliverableType } from '@planerka/agency/domain';
import type { PortraitSpec } from '../../pictures';
import type { DayOffset, Roubles, Slug } from './moments';
import type { ItemFormat } from './plan';

export type Role = 'owner' | 'manager' | 'specialist';
export type Discipline = 'copy' | 'design' | 'targeting';
export type Employment = 'staff' | 'self_employed' | 'sole_proprietor' | 'contract';

export interface MemberContent {
  readonly slug: Slug;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly position: string;
  readonly disciplines: readonly Discipline[];
  readonly employment: Employment;
  readonly weeklyHours: number;
  readonly squads: readonly Slug[];
  readonly telegram: string;
  readonly joinedDay: DayOffset;
  readonly portrait: PortraitSpec;
}

export interface AbsenceContent {
  readonly member: Slug;
  readonly kind: 'vacation' | 'sick' | 'other';
  readonly fromDay: DayOffset;
  readonly toDay: DayOffset;
  readonly note: string;
}

export interface SquadContent {
  readonly slug: Slug;
  readonly name: string;
  readonly manager: Slug;
}

export type RateUnit = 'piece' | 'hour';

export interface RateContent {
  readonly member: Slug;
  readonly discipline: Discipline;
  /** The format that the rate is for; `any` where one price serves all. */
  readonly deliverable: ItemFormat | 'any';
  readonly unit: RateUnit;
  readonly amountRub: Roubles;
  readonly sinceDay: DayOffset;
}

/** What the agency pays whoever has no rate of their own. */
export interface AgencyRateContent {
  readonly discipline: Discipline;
  /** Null: any work of the discipline. */
  readonly deliverable: DeliverableType | null;
  readonly unit: RateUnit;
  readonly amountRub: Roubles;
}

export interface ServiceContent {
  readonly slug: Slug;
  readonly name: string;
  readonly unit: 'month' | 'piece' | 'hour';
  readonly priceRub: Roubles;
  readonly includes: string;
}
