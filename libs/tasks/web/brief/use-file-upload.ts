import { checkUpload } from '@planerka/platform/domain';
import { chosenAgency, errorText, graphql, toastProblem, type TextParams } from '@planerka/platform/web';
import { useState } from 'react';
import type { DetailedError } from 'tus-js-client';
import { useClient } from 'urql';
import type { BriefFile } from './FieldValue';

const BriefFileQuery = graphql(`
  query BriefFile($id: ID!) {
    file(id: $id) {
      id
      name
      mime
      size
      url
      thumbnailUrl
    }
  }
`);

/** One file for a brief, resumed where the network broke it off. */
export function useFileUpload(taskId: string): {
  upload: (file: File) => Promise<BriefFile | null>;
  isUploading: boolean;
} {
  const client = useClient();
  const [running, setRunning] = useState(0);

  async function upload(file: File): Promise<BriefFile | null> {
    const allowed = checkUpload(file.name, file.size);
    if (!allowed.ok) return refuse(allowed.error.code, allowed.error.params as TextParams);
    setRunning((count) => count + 1);
    try {
      const id = await send(file, taskId);
      const { data } = await client.query(BriefFileQuery, { id }).toPromise();
      return data?.file ?? null;
    } catch (problem) {
      const body = isDetailed(problem) ? (problem.originalResponse?.getBody() ?? '') : '';
      const refusal = readJson(body);
      return refuse(refusal.code ?? 'offline', { name: file.name, ...refusal.params });
    } finally {
      setRunning((count) => count - 1);
    }
  }

  return { upload, isUploading: running > 0 };
}

const isDetailed = (problem: unknown): problem is DetailedError =>
  problem instanceof Error && 'originalResponse' in problem;

async function send(file: File, taskId: string): Promise<string> {
  // Most briefs are written without a file.
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/uploads',
      headers: { 'x-planerka-agency': chosenAgency() ?? '' },
      metadata: { filename: file.name, taskId },
      retryDelays: [0, 1_000, 3_000, 6_000],
      onError: reject,
      onSuccess: ({ lastResponse }) =>
        resolve(readJson(lastResponse.getBody()).fileId ?? upload.url?.split('/').at(-1) ?? ''),
    });
    upload.start();
  });
}

function refuse(code: string, params: TextParams): null {
  toastProblem(errorText(code, params) ?? errorText('offline') ?? code);
  return null;
}

interface Reply {
  readonly fileId?: string;
  readonly code?: string;
  readonly params?: TextParams;
}

function readJson(body: string): Reply {
  try {
    return JSON.parse(body) as Reply;
  } catch {
    return {};
  }
}
