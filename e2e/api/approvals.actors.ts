import { aSubmittedTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { decide, look, one, send } from './approvals.documents';
import type { Answer, Api, Caller } from './harness';

type Data = Answer['data'];

export interface Asked {
  readonly task: { readonly id: string };
  readonly id: string;
  readonly linkId: string;
  readonly url: string;
  readonly marina: Caller;
}

const tokenOf = (url: string): string => url.split('/g/')[1] ?? '';

/** An agency that asks its client, and the client who answers: each at their own end of the link. */
export function approvalActors(api: Api, mayak: TestAgency) {
  const guest = (url: string, pin?: string): Caller =>
    api.withHeaders({ 'x-planerka-guest': tokenOf(url), 'user-agent': 'Phone', ...(pin && { 'x-planerka-pin': pin }) });

  const sendAs = async (as: TestMember, input: object): Promise<Data> =>
    (await api.as(as).run(send, { input: { contactIds: [mayak.contact.id], ...input } })).sendForApproval;

  /** One text sent to Marina, and her page. */
  const asked = async (more: object = {}): Promise<Asked> => {
    const task = await aSubmittedTask(mayak);
    const sent = await sendAs(mayak.manager, { taskIds: [task.id], ...more });
    const [{ url, linkId }] = sent.links;
    return { task, id: sent.approval.id, linkId, url, marina: guest(url) };
  };

  return {
    guest,
    sendAs,
    asked,
    see: async (caller: Caller): Promise<Data> => (await caller.run(look)).guestApproval,
    say: async (caller: Caller, input: object): Promise<Data> => (await caller.run(decide, { input })).guestDecide,
    approvalOf: async (id: string): Promise<Data> => (await api.as(mayak.manager).run(one, { id })).approval,
    taskOf: (id: string) =>
      within(mayak.agencyId, (db) =>
        db.task.findUniqueOrThrow({ where: { agencyId_id: { agencyId: mayak.agencyId, id } } }),
      ),
  };
}

export type ApprovalActors = ReturnType<typeof approvalActors>;
