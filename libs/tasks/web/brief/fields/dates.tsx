import { DateTimePicker as AnyDateTimePicker, type DateTimePickerProps } from '@mantine/dates';

export { DateInput } from '@mantine/dates';

/** Of one point of time; the kit's own may be of a range as well. */
export function DateTimePicker(props: DateTimePickerProps) {
  return <AnyDateTimePicker {...props} />;
}
