import { certificate, draft, list, one, renew, revoke, send, withdraw } from '../approvals.documents';
import { confirmRequest, listRequests, waiveRequest } from '../change-requests.documents';
import { addPlanRemark, planSharing, revokePlanLink, sharePlan } from '../plan-links.documents';
import type { TenancyCases } from './cases';

const month = new Date().toISOString().slice(0, 7);

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
  planSharing: ({ client: clientId }) => ({ document: planSharing, variables: { clientId, month } }),
  sharePlan: ({ client: clientId, contact: contactId }) => ({
    document: sharePlan,
    variables: { input: { clientId, month, contactId } },
  }),
  revokePlanLink: ({ planLink: planLinkId }) => ({ document: revokePlanLink, variables: { input: { planLinkId } } }),
  addPlanRemark: ({ client: clientId }) => ({
    document: addPlanRemark,
    variables: { input: { clientId, month, body: 'Выходные добавили' } },
  }),
  revokeApprovalLink: ({ link: linkId }) => ({ document: revoke, variables: { input: { linkId } } }),
};
