import { briefFields, briefGroups, type BriefField } from '@planerka/tasks/domain';
import { Card, CardHeader } from '@planerka/platform/web';
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

/** The discipline's form, group by group, as the domain's catalogue lists it. */
export function BriefForm({ form, errors }: { form: Form; errors: Readonly<Record<string, string>> }) {
  const t = useT();
  const words = useBriefWords();
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
            <div key={field.path} className={narrow.has(field.kind) ? classes.narrow : classes.wide}>
              <FieldControl
                field={field}
                label={words.label(field)}
                hint={words.hint(field.path)}
                value={form.valueOf(field.path)}
                error={errorOf(field.path, errors)}
                onChange={(value) => form.setField(field.path, value)}
                brief={brief}
              />
            </div>
          ))}
      </div>
    </Card>
  ));
}

/** A list's own error, or the first of its rows'. */
function errorOf(path: string, errors: Readonly<Record<string, string>>): string | undefined {
  return errors[path] ?? Object.entries(errors).find(([key]) => key.startsWith(`${path}.`))?.[1];
}
