export { useViewerRole } from './use-viewer-role';
