import { DateInput, type DateInputProps } from '@mantine/dates';
import { useT } from '../locales';

/** A day, with a calendar whose arrows a screen reader can name. */
export function DayField(props: DateInputProps) {
  const t = useT();
  return (
    <DateInput
      valueFormat="D MMMM YYYY"
      hideOutsideDates
      ariaLabels={{
        previousMonth: t('previousMonth'),
        nextMonth: t('nextMonth'),
        monthLevelControl: t('move.chooseMonth'),
        yearLevelControl: t('move.chooseYear'),
      }}
      {...props}
    />
  );
}
