import { checkUpload } from '@planerka/platform/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DetailedError, Upload } from 'tus-js-client';
import { chosenAgency } from '../graphql/agency-choice';
import { errorText, type TextParams } from '../i18n/define-locales';
import './errors';

export interface UploadItem {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly status: 'queued' | 'uploading' | 'paused' | 'offline' | 'failed';
  /** Why it failed, for a person. */
  readonly message: string | null;
  /** A refused file stays refused; a broken-off one may be tried again. */
  readonly mayRetry: boolean;
}

export interface Uploads {
  readonly items: readonly UploadItem[];
  add: (files: readonly File[]) => void;
  pause: (key: string) => void;
  /** After a pause, a lost network or a fault of ours. */
  resume: (key: string) => void;
  remove: (key: string) => void;
}

interface Running {
  readonly file: File;
  /** Null until it can be sent. */
  upload: Upload | null;
  /** Being made ready: a second press must not make a second upload of it. */
  isBegun: boolean;
  isPaused: boolean;
}

/** More at once would leave the page's own requests no connection. */
const atOnce = 2;
const pieceBytes = 8 * 1024 * 1024;
const retryDelays = [0, 1_000, 3_000, 6_000];

/** What the files are attached to: they are seen by whoever sees that. What an idea has not taken yet is one's own. */
export type UploadOwner = { readonly taskId: string } | { readonly clientId: string } | { readonly own: 'idea' };

/** Resumable uploads for a task, a client or an idea: what the network broke off goes on from where it was, also after a reload of the page. */
export function useUploads(owner: UploadOwner, onUploaded: (fileId: string) => void): Uploads {
  const [[ownerKind, ownerId] = ['', '']] = Object.entries(owner);
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const running = useRef(new Map<string, Running>());
  const uploaded = useRef(onUploaded);
  useEffect(() => {
    uploaded.current = onUploaded;
  });

  const change = useCallback((key: string, changes: Partial<UploadItem>) => {
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...changes } : item)));
  }, []);

  const begin = useCallback(
    async (key: string, one: Running) => {
      const { file } = one;
      one.isBegun = true;
      // Most pages with a place for files are opened to look at something else.
      const tus = await import('tus-js-client').catch(() => null);
      if (!tus) {
        one.isBegun = false;
        return change(key, { status: 'offline', mayRetry: true });
      }
      if (!running.current.has(key)) return;
      const upload = new tus.Upload(file, {
        endpoint: '/uploads',
        headers: { 'x-planerka-agency': chosenAgency() ?? '' },
        metadata: { filename: file.name, [ownerKind]: ownerId },
        chunkSize: pieceBytes,
        retryDelays,
        removeFingerprintOnSuccess: true,
        // The same picture in two tasks is two files.
        fingerprint: () =>
          Promise.resolve(['planerka', chosenAgency(), ownerId, file.name, file.size, file.lastModified].join('-')),
        onShouldRetry: (problem) => statusOf(problem) === 0 || statusOf(problem) >= 500,
        onProgress: (sent) => change(key, { sent, status: 'uploading', message: null }),
        onError: (problem) => {
          const status = statusOf(problem);
          const isOffline = status === 0;
          change(key, {
            status: isOffline ? 'offline' : 'failed',
            message: isOffline ? null : reasonOf(problem, file),
            mayRetry: isOffline || status >= 500,
          });
        },
        onSuccess: ({ lastResponse }) => {
          running.current.delete(key);
          setItems((before) => before.filter((item) => item.key !== key));
          uploaded.current(fileIdOf(lastResponse.getBody(), upload.url));
        },
      });
      // What an earlier visit left half done.
      const [previous] = await upload.findPreviousUploads();
      if (previous) upload.resumeFromPreviousUpload(previous);
      one.upload = upload;
      if (!one.isPaused && running.current.has(key)) upload.start();
    },
    [change, ownerId, ownerKind],
  );

  const add = useCallback((files: readonly File[]) => {
    const fresh = files.map((file): UploadItem => {
      const key = crypto.randomUUID();
      const { name, size } = file;
      const allowed = checkUpload(name, size);
      if (allowed.ok) running.current.set(key, { file, upload: null, isBegun: false, isPaused: false });
      const refusal = allowed.ok ? null : errorText(allowed.error.code, allowed.error.params as TextParams);
      return {
        key,
        name,
        size,
        sent: 0,
        status: allowed.ok ? 'queued' : 'failed',
        message: refusal ?? null,
        mayRetry: false,
      };
    });
    setItems((before) => [...before, ...fresh]);
  }, []);

  const pause = useCallback(
    (key: string) => {
      const one = running.current.get(key);
      if (one) one.isPaused = true;
      void one?.upload?.abort();
      change(key, { status: 'paused' });
    },
    [change],
  );

  const resume = useCallback((key: string) => change(key, { status: 'queued', message: null }), [change]);

  const remove = useCallback((key: string) => {
    void running.current
      .get(key)
      ?.upload?.abort(true)
      .catch(() => undefined);
    running.current.delete(key);
    setItems((before) => before.filter((item) => item.key !== key));
  }, []);

  // The queue: whatever waits begins as soon as there is room.
  useEffect(() => {
    const active = items.filter(({ status }) => status === 'uploading').length;
    for (const { key } of items.filter(({ status }) => status === 'queued').slice(0, Math.max(0, atOnce - active))) {
      const one = running.current.get(key);
      if (!one) continue;
      change(key, { status: 'uploading' });
      one.isPaused = false;
      if (one.upload) one.upload.start();
      else if (!one.isBegun) void begin(key, one);
    }
  }, [items, change, begin]);

  useEffect(() => {
    const goOn = () =>
      setItems((before) => before.map((item) => (item.status === 'offline' ? { ...item, status: 'queued' } : item)));
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, []);

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { upload } of all.values()) void upload?.abort();
      all.clear();
    };
  }, []);

  return { items, add, pause, resume, remove };
}

const isDetailed = (problem: Error): problem is DetailedError => 'originalResponse' in problem;

const statusOf = (problem: Error): number => (isDetailed(problem) ? (problem.originalResponse?.getStatus() ?? 0) : 0);

interface Refusal {
  readonly code?: string;
  readonly params?: TextParams;
}

function reasonOf(problem: Error, { name }: File): string | null {
  const body = isDetailed(problem) ? (problem.originalResponse?.getBody() ?? '') : '';
  const refusal = readJson<Refusal>(body);
  return errorText(refusal?.code ?? 'unexpected_unnamed', { name, ...refusal?.params }) ?? null;
}

/** The address of an upload ends with the id of its file. */
function fileIdOf(body: string, url: string | null): string {
  return readJson<{ fileId?: string }>(body)?.fileId ?? url?.split('/').at(-1) ?? '';
}

function readJson<T>(body: string): T | null {
  try {
    return JSON.parse(body) as T;
  } catch {
    return null;
  }
}
