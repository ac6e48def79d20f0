// What the limit answers each screen with: one statement, written by hand for just what the screen shows, that makes the whole
// body. $1 the agency, $2 the person, from $3 on what the screen is asked with. For one role alone, offering no actions: this is
// what PostgreSQL and Node can do, not a product.
import { board } from './board.ts';
import { budget } from './budget.ts';
import { calendar } from './calendar.ts';
import { task } from './task.ts';
import { today } from './today.ts';

export const LIMIT_STATEMENTS: Readonly<Record<string, string>> = { board, calendar, today, task, budget };
