import '@mantine/tiptap/styles.layer.css';
import { Button, Input, Popover, TextInput } from '@mantine/core';
import { RichTextEditor as MantineEditor } from '@mantine/tiptap';
import { lengthOf, plainTextOf, type RichText } from '@planerka/platform/domain';
import Link from '@tiptap/extension-link';
import { type JSONContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../ui/cx';
import { IconLink } from '../ui/icons';
import { usePlatformText } from '../locales/platform-text';
import { readRichText, safeHref } from '../rich-text/rich-text';
import { styleNonce } from '../theme/style-nonce';
import { cleanPasted } from '../paste/clean-paste';
import classes from './RichTextEditor.module.css';

export interface RichTextEditorProps {
  label: string;
  /** ProseMirror JSON, as it comes from the API. */
  value: unknown;
  onChange: (value: RichText) => void;
  /** Field path of the form, so that an error's link can find it. */
  path?: string;
  description?: ReactNode;
  error?: ReactNode;
  /** Shown as «1 240 из 4 096»; longer text is allowed and marked, never cut. */
  maxLength?: number;
  minLength?: number;
  minRows?: number;
  isRequired?: boolean;
  isDisabled?: boolean;
  placeholder?: string;
}

export function RichTextEditor({
  label,
  value,
  onChange,
  path,
  description,
  error,
  maxLength,
  minLength,
  minRows = 6,
  isRequired,
  isDisabled = false,
  placeholder,
}: RichTextEditorProps) {
  const t = usePlatformText();
  const id = useId();
  const emitted = useRef<unknown>(value);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });

  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        link: false,
        heading: { levels: [2, 3] },
        codeBlock: false,
        code: false,
        horizontalRule: false,
      }),
      Link.configure({
        openOnClick: false,
        protocols: ['https', 'http', 'mailto', 'tel'],
        isAllowedUri: (href) => safeHref(href) !== undefined,
      }),
    ],
    content: contentOf(value),
    editable: !isDisabled,
    injectNonce: styleNonce(),
    editorProps: {
      transformPastedHTML: cleanPasted,
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(isRequired ? { 'aria-required': 'true' } : {}),
        ...(path ? { 'data-path': path } : {}),
        ...(placeholder ? { 'data-placeholder': placeholder } : {}),
      },
    },
    onUpdate: ({ editor: current }) => {
      const next = readRichText(current.getJSON());
      emitted.current = next;
      change.current(next);
    },
  });

  // a newer text from outside (another version, a restored draft), never an echo of our own typing
  useEffect(() => {
    if (editor && value !== emitted.current) {
      emitted.current = value;
      editor.commands.setContent(contentOf(value), { emitUpdate: false });
    }
  }, [editor, value]);

  useEffect(() => {
    editor?.setEditable(!isDisabled, false);
  }, [editor, isDisabled]);

  const length =
    useEditorState({
      editor,
      selector: (state) => (state.editor ? lengthOf(plainTextOf(readRichText(state.editor.getJSON()))) : 0),
    }) ?? 0;
  const isOver = maxLength !== undefined && length > maxLength;
  const isShort = minLength !== undefined && length > 0 && length < minLength;

  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      required={isRequired ?? false}
      labelProps={{ htmlFor: id }}
    >
      <MantineEditor
        editor={editor}
        className={cx(classes.root, Boolean(error) && classes.invalid)}
        labels={labels(t)}
        withTypographyStyles={false}
      >
        <MantineEditor.Toolbar className={classes.toolbar} aria-label={t('editor.toolbar')}>
          <MantineEditor.ControlsGroup>
            <MantineEditor.Bold />
            <MantineEditor.Italic />
            <MantineEditor.Underline />
            <MantineEditor.Strikethrough />
          </MantineEditor.ControlsGroup>
          <MantineEditor.ControlsGroup>
            <MantineEditor.H3 />
            <MantineEditor.BulletList />
            <MantineEditor.OrderedList />
            <MantineEditor.Blockquote />
          </MantineEditor.ControlsGroup>
          <MantineEditor.ControlsGroup>
            <LinkControl
              isOn={editor?.isActive('link') ?? false}
              current={String(editor?.getAttributes('link')['href'] ?? '')}
              onSet={(href) => editor?.chain().focus().extendMarkRange('link').setLink({ href }).run()}
              onUnset={() => editor?.chain().focus().extendMarkRange('link').unsetLink().run()}
            />
            <MantineEditor.ClearFormatting />
          </MantineEditor.ControlsGroup>
          <MantineEditor.ControlsGroup>
            <MantineEditor.Undo />
            <MantineEditor.Redo />
          </MantineEditor.ControlsGroup>
          <span className={cx(classes.counter, (isOver || isShort) && classes.counterOver)} aria-live="polite">
            {maxLength === undefined
              ? t('editor.characters', { count: length })
              : t('form.characters', { count: length, max: maxLength })}
          </span>
        </MantineEditor.Toolbar>
        <MantineEditor.Content className={classes.content} style={{ '--editor-rows': minRows }} />
      </MantineEditor>
    </Input.Wrapper>
  );
}

// the editor's own type is mutable; ours is not, so it gets a copy
const contentOf = (value: unknown): JSONContent => structuredClone(readRichText(value)) as JSONContent;

function labels(t: ReturnType<typeof usePlatformText>) {
  return {
    boldControlLabel: t('editor.bold'),
    italicControlLabel: t('editor.italic'),
    bulletListControlLabel: t('editor.bulletList'),
    orderedListControlLabel: t('editor.orderedList'),
    underlineControlLabel: t('editor.underline'),
    strikeControlLabel: t('editor.strike'),
    h3ControlLabel: t('editor.heading'),
    blockquoteControlLabel: t('editor.quote'),
    clearFormattingControlLabel: t('editor.clear'),
    undoControlLabel: t('editor.undo'),
    redoControlLabel: t('editor.redo'),
  };
}

function LinkControl({
  isOn,
  current,
  onSet,
  onUnset,
}: {
  isOn: boolean;
  current: string;
  onSet: (href: string) => void;
  onUnset: () => void;
}) {
  const t = usePlatformText();
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const href = safeHref(address);
  const apply = () => {
    if (!href) return;
    setOpen(false);
    onSet(href);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-start">
      <Popover.Target>
        <MantineEditor.Control
          aria-label={t('editor.link')}
          title={t('editor.link')}
          active={isOn}
          onClick={() => {
            setAddress(current);
            setOpen(!isOpen);
          }}
        >
          <IconLink size={14} />
        </MantineEditor.Control>
      </Popover.Target>
      <Popover.Dropdown className={classes.link}>
        <TextInput
          aria-label={t('editor.linkAddress')}
          placeholder="https://"
          inputMode="url"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            apply();
          }}
        />
        <Button onClick={apply} disabled={!href}>
          {t('actions.apply')}
        </Button>
        {isOn && (
          <Button
            variant="subtle"
            onClick={() => {
              setOpen(false);
              onUnset();
            }}
          >
            {t('editor.unlink')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
