import { month } from './en/month';
import { publication } from './en/publication';
import { table } from './en/table';
import { wholeMonth } from './en/whole-month';

export { errorsEn } from './en/errors';

export const en = { ...month, ...publication, ...table, ...wholeMonth };
