import { issue, type InputIssue } from './finding';
import { err, ok, type Result } from './result';

export type FileKind = 'image' | 'video' | 'document' | 'archive';

const MiB = 1024 * 1024;

interface FileType {
  readonly kind: FileKind;
  readonly mime: string;
  readonly extensions: readonly string[];
}

/** What may be uploaded. SVG is not among it: it can carry scripts, and networks do not take it. */
export const fileTypes: readonly FileType[] = [
  { kind: 'image', mime: 'image/png', extensions: ['png'] },
  { kind: 'image', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { kind: 'image', mime: 'image/webp', extensions: ['webp'] },
  { kind: 'image', mime: 'image/gif', extensions: ['gif'] },
  { kind: 'image', mime: 'image/avif', extensions: ['avif'] },
  { kind: 'video', mime: 'video/mp4', extensions: ['mp4', 'm4v'] },
  { kind: 'video', mime: 'video/quicktime', extensions: ['mov'] },
  { kind: 'video', mime: 'video/webm', extensions: ['webm'] },
  { kind: 'document', mime: 'application/pdf', extensions: ['pdf'] },
  { kind: 'archive', mime: 'application/zip', extensions: ['zip', 'fig', 'sketch'] },
];

/** Largest sizes, bytes. */
export const sizeLimits: Readonly<Record<FileKind, number>> = {
  image: 50 * MiB,
  video: 500 * MiB,
  document: 50 * MiB,
  archive: 200 * MiB,
};

export const largestUpload = Math.max(...Object.values(sizeLimits));

export type UploadCode =
  'file_type_not_allowed' | 'svg_not_allowed' | 'file_too_large' | 'file_empty' | 'file_not_what_it_says';

const extensionOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';

const typeByName = (name: string): FileType | undefined =>
  fileTypes.find(({ extensions }) => extensions.includes(extensionOf(name)));

export const kindOf = (mime: string): FileKind | null => fileTypes.find((type) => type.mime === mime)?.kind ?? null;

/** Before the first byte: does the name promise something we take, and is it small enough? */
export function checkUpload(name: string, bytes: number): Result<FileType, InputIssue<UploadCode>> {
  const refuse = (code: UploadCode, params = {}) => err(issue(['file'], code, { name, ...params }));
  if (extensionOf(name) === 'svg') return refuse('svg_not_allowed');
  const type = typeByName(name);
  if (!type) return refuse('file_type_not_allowed');
  if (bytes <= 0) return refuse('file_empty');
  const limit = sizeLimits[type.kind];
  if (bytes > limit) return refuse('file_too_large', { maxMegabytes: limit / MiB });
  return ok(type);
}

/** After the last byte: are the contents what the name says? `detected` is the type read from the bytes themselves. */
export function checkContents(name: string, detected: string | null): Result<FileType, InputIssue<UploadCode>> {
  const type = typeByName(name);
  return type?.mime === detected ? ok(type) : err(issue(['file'], 'file_not_what_it_says', { name }));
}
