import { briefFields, briefGroups, type Brief, type BriefField } from '@planerka/tasks/domain';
import { Card, CardHeader } from '@planerka/platform/web';
import { memo } from 'react';
import { useT } from '../locales';
import { useBriefWords } from './brief-words';
import classes from './BriefForm.module.css';
import { FieldControl } from './fields/FieldControl';
import type { BriefForm as Form } from './use-brief-form';

/** Fields that share a line where there is room. */
const narrow: ReadonlySet<BriefField['kind']> = new Set([
  'choice',
  'count',
  'bytes',
  'percent',
  'money',
  'day',
  'flag',
  'line',
  'link',
]);

/** Told by others of the brief, so they are drawn anew with each of them. */
const told: ReadonlySet<BriefField['kind']> = new Set(['matrix', 'plan', 'naming', 'utm', 'stop_rules']);

/** The discipline's form, group by group, as the domain's catalogue lists it. */
export function BriefForm({ form, errors }: { form: Form; errors: Errors }) {
  const t = useT();
  const { brief } = form.values;
  const fields = briefFields[brief.discipline];
  const groups = briefGroups.filter((group) => fields.some((field) => field.group === group));
  return groups.map((group) => (
    <Card key={group} label={t(`group.${group}`)}>
      <CardHeader title={t(`group.${group}`)} />
      <div className={classes.fields}>
        {fields
          .filter((field) => field.group === group)
          .map((field) => (
            <FieldRow
              key={field.path}
              field={field}
              value={form.valueOf(field.path)}
              errors={errors}
              setField={form.setField}
              updateField={form.updateField}
              brief={told.has(field.kind) ? brief : null}
            />
          ))}
      </div>
    </Card>
  ));
}

type Errors = Readonly<Record<string, string>>;

/** A key pressed in one field draws that one anew, not the whole form. */
const FieldRow = memo(function FieldRow({
  field,
  value,
  errors,
  setField,
  updateField,
  brief,
}: {
  field: BriefField;
  value: unknown;
  errors: Errors;
  setField: Form['setField'];
  updateField: Form['updateField'];
  /** Only to a field that is told by others. */
  brief: Brief | null;
}) {
  const words = useBriefWords();
  return (
    <div className={narrow.has(field.kind) ? classes.narrow : classes.wide}>
      <FieldControl
        field={field}
        label={words.label(field)}
        hint={words.hint(field.path)}
        value={value}
        error={errors[field.path] ?? errorOfRow(field.path, errors)}
        errorAt={(part) => errors[`${field.path}.${part}`]}
        onChange={(next) => setField(field.path, next)}
        onUpdate={(change) => updateField(field.path, change)}
        brief={brief}
        setField={setField}
      />
    </div>
  );
});

/** What is wrong with a row as a whole (a file that is gone, a line too long) is said under the list. */
const errorOfRow = (path: string, errors: Errors): string | undefined =>
  Object.entries(errors).find(([key]) => key.startsWith(`${path}.`) && /^\d+$/.test(key.slice(path.length + 1)))?.[1];
