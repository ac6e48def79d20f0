import { month } from './ru/month';
import { publication } from './ru/publication';
import { table } from './ru/table';
import { wholeMonth } from './ru/whole-month';

export { errorsRu } from './ru/errors';

export const ru = { ...month, ...publication, ...table, ...wholeMonth };
