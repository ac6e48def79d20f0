export { ApprovalDetailsFragment } from './approval-documents';
export { ApprovalPanel } from './ApprovalPanel';
export { ItemApproval } from './ItemApproval';
export {
  SendForApprovalButton,
  SendForApprovalDrawer,
  useWaitsToBeSent,
  type SendForApprovalDrawerProps,
} from './SendForApproval';
