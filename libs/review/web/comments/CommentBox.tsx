import { Button, Textarea } from '@mantine/core';
import { Row, usePersistentDraft, usePlatformText } from '@planerka/platform/web';
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import classes from './CommentBox.module.css';

export interface CommentBoxProps {
  /** Names the draft on this device. */
  draftKey: string;
  label: string;
  placeholder?: string;
  initial?: string;
  send: string;
  /** Answers whether the server took it; the text stays where it did not. */
  onSend: (body: string) => Promise<boolean>;
  onCancel?: (() => void) | undefined;
  /** Over the field: where the comment will stand. */
  children?: ReactNode;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
  autoFocus?: boolean;
}

/** A few words to somebody. Ctrl+Enter sends; what is not sent survives a closed tab and a lost network. */
export function CommentBox(props: CommentBoxProps) {
  const { draftKey, label, placeholder, initial = '', send, onSend, onCancel, children, inputRef, autoFocus } = props;
  const words = usePlatformText();
  const draft = usePersistentDraft(draftKey, { body: initial });
  const [body, setBody] = useState(draft.initial.body);
  const [isSending, setSending] = useState(false);
  const isBlank = body.trim() === '';

  function type(next: string): void {
    setBody(next);
    if (next === initial) draft.clear();
    else draft.keep({ body: next });
  }

  async function submit(): Promise<void> {
    if (isBlank || isSending) return;
    setSending(true);
    const isTaken = await onSend(body);
    setSending(false);
    if (!isTaken) return;
    draft.clear();
    setBody('');
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  }

  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <Textarea
        ref={inputRef ?? null}
        aria-label={label}
        placeholder={placeholder ?? ''}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={5_000}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus ?? false}
        value={body}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {(!isBlank || onCancel) && (
        <Row gap="tight">
          <Button type="submit" size="xs" loading={isSending} disabled={isBlank}>
            {send}
          </Button>
          {onCancel && (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => {
                draft.clear();
                onCancel();
              }}
            >
              {words('actions.cancel')}
            </Button>
          )}
        </Row>
      )}
    </form>
  );
}
