export { useUploads } from './use-uploads';
export type { UploadItem, UploadOwner, Uploads } from './use-uploads';
