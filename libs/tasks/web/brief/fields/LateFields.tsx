import { Input, type ColorInputProps, type InputWrapperProps } from '@mantine/core';
import type { DateInputProps, DateTimePickerProps } from '@mantine/dates';
import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import { focusField } from '../focus-field';

// Calendars and palettes weigh as much as the rest of the form: they come while it is read, into places of their size.
const LoadedDateInput = lazy(() => import('./dates').then((file) => ({ default: file.DateInput })));
const LoadedDateTimePicker = lazy(() => import('./dates').then((file) => ({ default: file.DateTimePicker })));
const LoadedColorInput = lazy(() => import('./colours').then((file) => ({ default: file.ColorInput })));

interface At {
  /** `null`, or as pickers speak: `2026-12-08`, `2026-12-08 18:00:00`. */
  readonly value: string | null;
  readonly 'data-path': string;
}

export function DateInput(props: Omit<DateInputProps, 'value'> & At) {
  return (
    <Suspense fallback={<Place {...placeOf(props)} path={props['data-path']} shown={shownDay(props.value)} />}>
      <LoadedDateInput {...props} />
    </Suspense>
  );
}

export function DateTimePicker(props: Omit<DateTimePickerProps, 'value'> & At) {
  return (
    <Suspense fallback={<Place {...placeOf(props)} path={props['data-path']} shown={shownDay(props.value)} />}>
      <LoadedDateTimePicker {...props} />
    </Suspense>
  );
}

export function ColorInput(props: Omit<ColorInputProps, 'value'> & { readonly value: string }) {
  return (
    <Suspense fallback={<Place {...placeOf(props)} shown={props.value} hasSwatch />}>
      <LoadedColorInput {...props} />
    </Suspense>
  );
}

type PlaceProps = Pick<InputWrapperProps, 'className' | 'label' | 'description' | 'error' | 'withAsterisk'>;

const placeOf = ({ className, label, description, error, withAsterisk }: PlaceProps): PlaceProps => ({
  className,
  label,
  description,
  error,
  withAsterisk,
});

/** As high as the control, with its words. Where the cursor has been sent here already, the control gets it. */
function Place({
  path,
  shown,
  hasSwatch = false,
  ...words
}: PlaceProps & { path?: string; shown: string; hasSwatch?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const held = place.current;
    return () => {
      if (path !== undefined && held === document.activeElement) queueMicrotask(() => focusField(path));
    };
  }, [path]);
  return (
    <Input.Wrapper {...words} labelElement="div">
      <Input
        component="div"
        ref={place}
        tabIndex={-1}
        aria-busy="true"
        data-path={path}
        error={words.error}
        leftSection={hasSwatch ? <span /> : undefined}
      >
        {shown}
      </Input>
    </Input.Wrapper>
  );
}

/** «08.12.2026 18:00», as the controls write it. */
function shownDay(value: string | null): string {
  const [day = '', time] = (value ?? '').split(' ');
  const written = day.split('-').reverse().join('.');
  return time ? `${written} ${time.slice(0, 5)}` : written;
}
