import type { Discipline, GuestViewer, MemberViewer, Role, Viewer } from '@planerka/agency/domain';
import { Money } from '@planerka/platform/domain';
import type { TaskFacts } from '../task-facts';

/** Words of the specs: a task of squad «sever», done by the designer Timur, asked about in approval «approval». */
export const rub = (amount: number): Money => Money.of(BigInt(amount) * 100n, 'RUB');

export const task = (patch: Partial<TaskFacts> = {}): TaskFacts => ({
  state: 'draft',
  squadId: 'sever',
  assigneeId: 'timur',
  wantsClientApproval: true,
  openComments: 0,
  openQuestions: 0,
  predecessors: [],
  approvalId: 'approval',
  fee: rub(7_500),
  proposedFee: patch.fee ?? rub(7_500),
  committed: rub(0),
  payable: rub(0),
  rounds: 0,
  includedRounds: 2,
  unmarked: [],
  ...patch,
});

export const member = (
  role: Role,
  memberId: string,
  squadIds: readonly string[] = ['sever'],
  disciplines: readonly Discipline[] = [],
): MemberViewer => ({
  kind: 'member',
  userId: `user-${memberId}`,
  agencyId: 'agency',
  memberId,
  role,
  disciplines,
  squadIds,
});

export const guest = (approvalId: string): GuestViewer => ({
  kind: 'guest',
  agencyId: 'agency',
  approvalId,
  linkId: 'link',
  contactId: 'irina',
  clientId: 'sosna',
});

export const viewers = {
  owner: member('owner', 'olga', []),
  manager: member('manager', 'anna'),
  otherManager: member('manager', 'boris', ['yug']),
  assignee: member('specialist', 'timur', ['sever'], ['design']),
  otherSpecialist: member('specialist', 'maria', ['sever'], ['copy']),
  guest: guest('approval'),
  otherGuest: guest('another'),
} as const satisfies Record<string, Viewer>;

export type ViewerName = keyof typeof viewers;
export const viewerNames = Object.keys(viewers) as readonly ViewerName[];
