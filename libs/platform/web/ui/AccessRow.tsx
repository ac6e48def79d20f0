import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './AccessRow.module.css';
import { Chip } from './Chip';
import { useConfirm } from './confirm';

export interface AccessRowProps {
  title: ReactNode;
  /** «Открыта», «Отозвана». */
  state: string;
  isAlive: boolean;
  /** Quiet lines under the title; what is empty is left out. */
  notes: readonly (readonly (string | null)[])[];
  revoke: { readonly label: string; readonly name: string; readonly title: string; readonly text: string };
  isRunning: boolean;
  onRevoke: () => void;
}

/** A way in that was given to a program or a person, and its end: asked once more, for it cannot be taken back. */
export function AccessRow({ title, state, isAlive, notes, revoke, isRunning, onRevoke }: AccessRowProps) {
  const confirm = useConfirm();
  const take = async () => {
    const { title: asked, text, label } = revoke;
    if (await confirm({ title: asked, text, confirm: label, isDangerous: true })) onRevoke();
  };
  return (
    <li className={classes.row}>
      <div className={classes.told}>
        <p className={classes.title}>
          {title} <Chip tone={isAlive ? 'done' : 'neutral'}>{state}</Chip>
        </p>
        {notes.map((note, index) => (
          <p key={index} className={classes.note}>
            {note.filter(Boolean).join(' · ')}
          </p>
        ))}
      </div>
      {isAlive && (
        <Button
          size="xs"
          variant="subtle"
          loading={isRunning}
          aria-label={`${revoke.label}: ${revoke.name}`}
          onClick={() => void take()}
        >
          {revoke.label}
        </Button>
      )}
    </li>
  );
}
