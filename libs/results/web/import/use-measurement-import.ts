import { errorText, toast } from '@planerka/platform/web';
import type { MeasurementColumn } from '@planerka/results/domain';
import { useState } from 'react';
import { useT } from './locales';
import {
  sendMeasurements,
  type Imported,
  type ImportReply,
  type MeasurementPreview,
  type MeasurementWishes,
} from './measurement-files';

/** A table on its way into the figures: looked at again after each wish, then done exactly as it was shown. */
export function useMeasurementImport(clientId: string, today: string, onDone: () => void) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  const [wishes, setWishes] = useState<MeasurementWishes>({ columns: new Map(), day: today, channelId: '' });
  const [preview, setPreview] = useState<MeasurementPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);

  const tell = (reply: Exclude<ImportReply<unknown>, { status: 'done' | 'changed' }>) =>
    setProblem(
      reply.status === 'refused'
        ? (errorText(reply.problem.code, reply.problem.params) ?? t('failed'))
        : t(reply.reason === 'offline' ? 'offline' : reply.reason === 'unreadable' ? 'fileChanged' : 'failed'),
    );

  const look = async (chosen: File, wanted: MeasurementWishes) => {
    setFile(chosen);
    setWishes(wanted);
    setProblem(null);
    setNote(null);
    setRunning(true);
    const reply = await sendMeasurements<MeasurementPreview>(clientId, chosen, wanted);
    setRunning(false);
    if (reply.status === 'done') setPreview(reply.value);
    else if (reply.status === 'changed') setPreview(reply.preview);
    else {
      tell(reply);
      // Without the net what is shown stays, with every wish that it shows.
      if (reply.status === 'refused') setPreview(null);
    }
  };
  const again = (change: Partial<MeasurementWishes>) => {
    if (file) void look(file, { ...wishes, ...change });
    else setWishes({ ...wishes, ...change });
  };

  return {
    preview,
    wishes,
    isRunning,
    problem,
    note,
    look: (chosen: File) => void look(chosen, { ...wishes, columns: new Map() }),
    wish: again,
    choose: (index: number, column: MeasurementColumn | null) => {
      // put at the end: of two choices of one column the last counts
      const others = [...wishes.columns].filter(([chosen]) => chosen !== index);
      again({ columns: new Map([...others, [index, column]]) });
    },
    clear: () => {
      setFile(null);
      setPreview(null);
      setProblem(null);
      setWishes({ ...wishes, columns: new Map() });
    },
    apply: async () => {
      if (!file || !preview) return;
      setRunning(true);
      setProblem(null);
      const reply = await sendMeasurements<Imported>(clientId, file, wishes, preview.digest);
      setRunning(false);
      if (reply.status === 'done') {
        toast(t('applied', { count: reply.value.created + reply.value.updated }));
        onDone();
      } else if (reply.status === 'changed') {
        setPreview(reply.preview);
        setNote(t('changed'));
      } else tell(reply);
    },
  };
}
