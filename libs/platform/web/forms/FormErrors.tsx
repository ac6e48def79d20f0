import type { ReactNode } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { IconAlert } from '../ui/icons';
import classes from './FormErrors.module.css';

export interface FormErrorsProps {
  /** A @mantine/form form. */
  form: { errors: Record<string, ReactNode> };
  /** Field path → its label as the person sees it. */
  labels?: Readonly<Record<string, string>>;
}

function focusField(path: string): void {
  const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** Above the form's button: how many fields to correct, each a way to its field; errors without a field are told here. */
export function FormErrors({ form, labels = {} }: FormErrorsProps) {
  const t = usePlatformText();
  const errors = Object.entries(form.errors).filter(([, message]) => Boolean(message));
  if (errors.length === 0) return null;
  return (
    <div className={classes.root} role="alert">
      <IconAlert />
      <div>
        <p className={classes.title}>{t('form.fix', { count: errors.length })}</p>
        <ul>
          {errors.map(([path, message]) => (
            <li key={path}>
              {labels[path] ? (
                <button type="button" className={classes.link} onClick={() => focusField(path)}>
                  {labels[path]}
                </button>
              ) : null}
              {labels[path] ? ': ' : null}
              {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
