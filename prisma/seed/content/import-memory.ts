import type { PlanColumn } from '@planerka/content-plan/domain';

/** The client sends its wishes in a table of its own, whose headers say little by themselves. */
export const clientTable = {
  client: 'bely-kit',
  columns: [
    ['Число', 'date'],
    ['Что показываем', 'title'],
    ['Пояснение', 'idea'],
    ['Кто согласует', null],
  ] as readonly (readonly [header: string, column: PlanColumn | null])[],
  /** A week and a half ago. */
  usedDay: -11,
} as const;
