import { Input } from '@mantine/core';
import type { Brief, TargetingBrief } from '@planerka/tasks/domain';
import { lazy, Suspense, useLayoutEffect, useRef, type ComponentType, type LazyExoticComponent } from 'react';
import { focusField } from '../focus-field';
import type { FieldProps } from './field-props';

export interface AdFieldProps extends FieldProps {
  readonly brief: TargetingBrief;
  /** For a field that is told by others and writes them. */
  readonly setField: (path: string, value: unknown) => void;
}

// Only a targeting brief has advertisements.
const ads = () => import('../../ads');
const fields: Readonly<Record<string, LazyExoticComponent<ComponentType<AdFieldProps>>>> = {
  naming: lazy(() => ads().then((file) => ({ default: file.NamingField }))),
  utm: lazy(() => ads().then((file) => ({ default: file.UtmField }))),
  plan: lazy(() => ads().then((file) => ({ default: file.PlanField }))),
  stop_rules: lazy(() => ads().then((file) => ({ default: file.StopRulesField }))),
};

// And only a picture has slides, which are carried about.
const Slides = lazy(() => import('./SlidesField').then((file) => ({ default: file.SlidesField })));

export function SlidesField(props: FieldProps) {
  return (
    <Suspense fallback={<Place path={props.field.path} label={props.label} />}>
      <Slides {...props} />
    </Suspense>
  );
}

export function AdField(props: Omit<AdFieldProps, 'brief'> & { brief: Brief | null }) {
  const Loaded = fields[props.field.kind];
  if (!Loaded || props.brief?.discipline !== 'targeting') return null;
  return (
    <Suspense fallback={<Place path={props.field.path} label={props.label} />}>
      <Loaded {...props} brief={props.brief} />
    </Suspense>
  );
}

/** Where the cursor has been sent here already, the field gets it when it comes. */
function Place({ path, label }: { path: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const held = place.current;
    return () => {
      if (held === document.activeElement) queueMicrotask(() => focusField(path));
    };
  }, [path]);
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Input component="div" ref={place} tabIndex={-1} aria-busy="true" data-path={path} />
    </Input.Wrapper>
  );
}
