import { TimePicker, type TimePickerProps } from '@mantine/dates';
import { useT } from '../locales';

type TimeFieldProps = Omit<TimePickerProps, 'value' | 'onChange'> & {
  /** "12:00" */
  value?: string | undefined;
  onChange: (time: string) => void;
};

/** Hours and minutes of the agency's wall clock: twenty-four of them, whatever language the browser speaks. */
export function TimeField({ onChange, ...rest }: TimeFieldProps) {
  const t = useT();
  return (
    <TimePicker
      format="24h"
      hoursInputLabel={t('move.hours')}
      minutesInputLabel={t('move.minutes')}
      onChange={(time) => onChange(time.slice(0, 5))}
      {...rest}
    />
  );
}
