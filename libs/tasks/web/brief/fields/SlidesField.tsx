import { DndContext, PointerSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core';
import { ActionIcon, Button, Input, Textarea, TextInput } from '@mantine/core';
import { lengthOf } from '@planerka/platform/domain';
import { cx, IconGrip, IconPlus, IconTrash } from '@planerka/platform/web';
import { moved, slideLimit, slidesOfText, withPasted } from '@planerka/tasks/domain';
import { useId, useRef, type ClipboardEvent, type ReactNode } from 'react';
import { useT } from '../../locales';
import { listOf, type FieldProps } from './field-props';
import fields from './fields.module.css';
import classes from './SlidesField.module.css';

interface Slide {
  readonly text: string;
  readonly note: string;
}

/**
 * Slides with the words of each. They are carried by their handle, with the mouse or with Alt and arrows; a list pasted into one becomes
 * as many as it has points.
 */
export function SlidesField({ field, label, hint, value, error, errorAt, onChange }: FieldProps) {
  const t = useT();
  const slides = listOf<Slide>(value);
  const root = useRef<HTMLOListElement>(null);
  const heard = useRef<HTMLParagraphElement>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const change = (index: number, part: Partial<Slide>): void =>
    onChange(slides.map((slide, at) => (at === index ? { ...slide, ...part } : slide)));
  const focus = (index: number, what: 'handle' | 'text'): void => {
    // The slide is in its place after React has drawn it.
    window.requestAnimationFrame(() =>
      root.current?.children[index]
        ?.querySelector<HTMLElement>(what === 'handle' ? '[data-handle]' : 'textarea:not([aria-hidden])')
        ?.focus(),
    );
  };
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= slides.length) return;
    onChange(moved(slides, from, to));
    if (heard.current) heard.current.textContent = t('brief.slides.moved', { from: from + 1, to: to + 1 });
  };
  const add = (): void => {
    onChange([...slides, { text: '', note: '' }]);
    focus(slides.length, 'text');
  };
  const paste = (index: number, event: ClipboardEvent): void => {
    const pasted = slidesOfText(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2) return;
    event.preventDefault();
    onChange(withPasted(slides, index, pasted));
    if (heard.current) heard.current.textContent = t('brief.slides.pasted', { count: pasted.length });
  };
  const signs = slides.reduce((sum, { text }) => sum + lengthOf(text), 0);
  return (
    <Input.Wrapper
      label={label}
      description={hint ?? t('brief.slides.hint')}
      error={error}
      withAsterisk={field.need === 'required'}
      labelElement="div"
      role="group"
      aria-label={label}
    >
      <DndContext
        sensors={sensors}
        accessibility={{ screenReaderInstructions: { draggable: t('brief.slides.carry') } }}
        onDragEnd={({ active, over }) => over && move(Number(active.id), Number(over.id))}
      >
        <ol ref={root} className={fields.rows} data-path={field.path} tabIndex={-1}>
          {slides.map((slide, index) => (
            <Row
              key={index}
              index={index}
              onMove={(to) => {
                move(index, to);
                focus(to, 'handle');
              }}
              onRemove={() => onChange(slides.filter((_, at) => at !== index))}
            >
              <Textarea
                className={fields.full}
                label={t('brief.slide', { number: index + 1 })}
                placeholder={t('brief.slideText')}
                autosize
                minRows={1}
                value={slide.text}
                error={errorAt(`${index}.text`)}
                data-path={`${field.path}.${index}.text`}
                onChange={(event) => change(index, { text: event.currentTarget.value })}
                onPaste={(event) => paste(index, event)}
              />
              <TextInput
                className={fields.grow}
                aria-label={`${t('brief.slideNote')}, ${index + 1}`}
                placeholder={t('brief.slideNote')}
                value={slide.note}
                error={errorAt(`${index}.note`)}
                onChange={(event) => change(index, { note: event.currentTarget.value })}
              />
              <span className={classes.signs}>{t('brief.slides.signs', { count: lengthOf(slide.text) })}</span>
            </Row>
          ))}
        </ol>
      </DndContext>
      <div className={classes.foot}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus />}
          disabled={slides.length >= slideLimit}
          onClick={add}
        >
          {t('brief.slides.add')}
        </Button>
        {slides.length > 0 && (
          <span className={classes.signs}>
            {t('brief.slides.count', { count: slides.length })} · {t('brief.slides.signs', { count: signs })}
          </span>
        )}
      </div>
      <p ref={heard} className={classes.heard} aria-live="polite" />
    </Input.Wrapper>
  );
}

function Row({
  index,
  onMove,
  onRemove,
  children,
}: {
  index: number;
  onMove: (to: number) => void;
  onRemove: () => void;
  children: ReactNode;
}) {
  const t = useT();
  const hintId = useId();
  const { setNodeRef: setPlace, isOver } = useDroppable({ id: index });
  const { setNodeRef, setActivatorNodeRef, listeners, transform, isDragging } = useDraggable({ id: index });
  return (
    <li ref={setPlace} className={cx(classes.place, isOver && !isDragging && classes.over)}>
      <div
        ref={setNodeRef}
        className={cx(fields.card, isDragging && classes.lifted)}
        style={transform ? { transform: `translate(0, ${transform.y}px)` } : undefined}
      >
        <ActionIcon
          ref={setActivatorNodeRef}
          variant="subtle"
          className={classes.handle}
          data-handle
          aria-label={t('brief.slides.handle', { number: index + 1 })}
          aria-describedby={hintId}
          {...listeners}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            onMove(index + (event.key === 'ArrowUp' ? -1 : 1));
          }}
        >
          <IconGrip />
        </ActionIcon>
        <span id={hintId} hidden>
          {t('brief.slides.carry')}
        </span>
        <div className={fields.controls}>{children}</div>
        <ActionIcon
          variant="subtle"
          aria-label={`${t('brief.remove')}: ${t('brief.slide', { number: index + 1 })}`}
          onClick={onRemove}
        >
          <IconTrash />
        </ActionIcon>
      </div>
    </li>
  );
}
