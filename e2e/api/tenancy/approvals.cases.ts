import { certificate, draft, list, one, renew, revoke, send, withdraw } from '../approvals.documents';
import { confirmRequest, listRequests, waiveRequest } from '../change-requests.documents';
import type { TenancyCases } from './cases';

export const approvalsCases: TenancyCases = {
  approval: ({ approval: id }) => ({ document: one, variables: { id } }),
  approvals: ({ client: clientId, task: taskId, item: itemId }) => ({
    document: list,
    variables: { filter: { clientId, taskId, itemId } },
  }),
  approvalCertificate: ({ approval: id }) => ({ document: certificate, variables: { id } }),
  approvalDraft: ({ task, item }) => ({ document: draft, variables: { taskIds: [task], itemIds: [item] } }),
  sendForApproval: ({ task, contact }) => ({
    document: send,
    variables: { input: { taskIds: [task], contactIds: [contact] } },
  }),
  withdrawApproval: ({ approval: approvalId }) => ({
    document: withdraw,
    variables: { input: { approvalId, expectedVersion: 1 } },
  }),
  renewApprovalLink: ({ link: linkId }) => ({ document: renew, variables: { input: { linkId } } }),
  changeRequests: ({ client: clientId, task: taskId }) => ({
    document: listRequests,
    variables: { filter: { clientId, taskId } },
  }),
  confirmChangeRequest: ({ changeRequest: changeRequestId }) => ({
    document: confirmRequest,
    variables: { input: { changeRequestId, expectedVersion: 1 } },
  }),
  waiveChangeRequest: ({ changeRequest: changeRequestId }) => ({
    document: waiveRequest,
    variables: { input: { changeRequestId, expectedVersion: 1, reason: 'Чужое' } },
  }),
  revokeApprovalLink: ({ link: linkId }) => ({ document: revoke, variables: { input: { linkId } } }),
};
