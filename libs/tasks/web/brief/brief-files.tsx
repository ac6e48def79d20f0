import { createContext, useContext, useState, type ReactNode } from 'react';
import type { BriefFile } from './FieldValue';
import { useFileUpload } from './use-file-upload';

interface BriefFiles {
  readonly fileOf: (id: string) => BriefFile | undefined;
  readonly upload: (file: File) => Promise<BriefFile | null>;
  readonly isUploading: boolean;
}

const FilesContext = createContext<BriefFiles>({
  fileOf: () => undefined,
  upload: () => Promise.resolve(null),
  isUploading: false,
});

export const useBriefFiles = (): BriefFiles => useContext(FilesContext);

/** Files that the form's fields refer to: those that came with the brief, and those uploaded since. */
export function BriefFilesProvider({
  taskId,
  known,
  children,
}: {
  taskId: string;
  known: readonly BriefFile[];
  children: ReactNode;
}) {
  const { upload, isUploading } = useFileUpload(taskId);
  const [added, setAdded] = useState<readonly BriefFile[]>([]);
  const value: BriefFiles = {
    fileOf: (id) => [...known, ...added].find((file) => file.id === id),
    upload: async (file) => {
      const taken = await upload(file);
      if (taken) setAdded((before) => [...before, taken]);
      return taken;
    },
    isUploading,
  };
  return <FilesContext value={value}>{children}</FilesContext>;
}
