import { board } from './board.ts';
import { budget } from './budget.ts';
import { calendar } from './calendar.ts';
import type { Screen } from './screen.ts';
import { task } from './task.ts';
import { today } from './today.ts';

export { agencyCalendar, type Asked, type Screen } from './screen.ts';

export const SCREENS: readonly Screen[] = [board, calendar, today, task, budget];
