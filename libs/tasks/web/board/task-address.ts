import { taskOrders, type TaskOrder, type TaskState } from '@planerka/tasks/domain';

export const names = [
  'client',
  'assignee',
  'discipline',
  'campaign',
  'mine',
  'overdue',
  'q',
  'view',
  'order',
  'state',
  'closed',
  // The saved view whose name the page bears.
  'saved',
  // Of the timeline.
  'zoom',
  'from',
  'group',
  'list',
  'task',
] as const;
export type FilterName = (typeof names)[number];
export type FilterValues = Readonly<Partial<Record<FilterName, string>>>;

const disciplines = { copy: 'COPY', design: 'DESIGN', targeting: 'TARGETING' } as const;
const isDiscipline = (value: string | undefined): value is keyof typeof disciplines =>
  value !== undefined && Object.hasOwn(disciplines, value);

export const wireDiscipline = (value: string | undefined) => (isDiscipline(value) ? disciplines[value] : undefined);

export const statesOf = ({ state }: FilterValues): readonly string[] => state?.split(',') ?? [];

export const wireState = (state: TaskState) => state.toUpperCase() as Uppercase<TaskState>;

export const orderOf = (value: string | undefined): TaskOrder | undefined =>
  taskOrders.find((order) => order === value);
