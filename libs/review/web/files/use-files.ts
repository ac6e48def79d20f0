import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { UploadedFileQuery, type ReviewFile } from './review-file';

/** Files by id: those that a version brought along, and what has been uploaded since. */
export function useFiles(ids: readonly string[], known: readonly ReviewFile[]): ReadonlyMap<string, ReviewFile> {
  const client = useClient();
  const [loaded, setLoaded] = useState<ReadonlyMap<string, ReviewFile>>(new Map());
  const files = new Map([...known.map((file) => [file.id, file] as const), ...loaded]);
  const missing = ids.filter((id) => !files.has(id)).join(' ');

  useEffect(() => {
    let isGone = false;
    for (const id of missing === '' ? [] : missing.split(' ')) {
      void client
        .query(UploadedFileQuery, { id })
        .toPromise()
        .then(({ data }) => {
          const file = data?.file;
          if (file && !isGone) setLoaded((before) => new Map(before).set(id, file));
        });
    }
    return () => {
      isGone = true;
    };
  }, [client, missing]);

  return files;
}
