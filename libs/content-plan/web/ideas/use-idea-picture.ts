import { useUploads } from '@planerka/platform/web/uploads';
import { useEffect, useRef, useState } from 'react';

/** A picture is brought at once, and seen at once; the idea takes it when it is kept. */
export function useIdeaPicture(kept: string | null, onChange: (fileId: string | null) => void) {
  const chosen = useRef<File | null>(null);
  const [shown, setShown] = useState(kept);
  useEffect(
    () => () => {
      if (shown?.startsWith('blob:')) URL.revokeObjectURL(shown);
    },
    [shown],
  );
  const uploads = useUploads({ own: 'idea' }, (fileId) => {
    setShown(chosen.current && URL.createObjectURL(chosen.current));
    onChange(fileId);
  });
  const [current] = uploads.items;
  return {
    shown,
    current,
    put: (file: File) => {
      chosen.current = file;
      uploads.items.forEach(({ key }) => uploads.remove(key));
      uploads.add([file]);
    },
    again: () => current && uploads.resume(current.key),
    /** Another one, or none. */
    show: (url: string | null, fileId: string | null) => {
      uploads.items.forEach(({ key }) => uploads.remove(key));
      setShown(url);
      onChange(fileId);
    },
  };
}

export type IdeaPictureState = ReturnType<typeof useIdeaPicture>;

/** The picture among what is pasted: a screenshot has no words beside it. */
export const pastedPicture = ({ files }: DataTransfer): File | undefined =>
  [...files].find(({ type }) => type.startsWith('image/'));
