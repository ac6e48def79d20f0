export { useViewerMemberId, useViewerRole } from './use-viewer';
