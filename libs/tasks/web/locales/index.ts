import { defineErrors, defineLocales } from '@planerka/platform/web';
import { en } from './en';
import { ru } from './ru';

export const { useT, t, languages } = defineLocales('tasks', { ru, en });

defineErrors({
  ru: {
    predecessor_not_done: 'Сначала должно быть готово то, чего эта задача ждёт',
    client_approval_wanted: 'Эту работу согласует клиент: передайте её клиенту',
    no_client_approval_wanted: 'Согласие клиента здесь не нужно: примите работу',
    no_budget_line: 'На месяц срока нет статьи бюджета: гонорар не с чего списать. Менеджер может её запросить',
    erid_missing: 'Нужен erid каждого креатива: впишите его в реестр маркировки',
    erid_missing_named: 'Нет erid: {{names}}. Впишите его в реестр маркировки',
    other_discipline: 'Это работа другой специализации',
    file_not_ready: 'Файл ещё не загружен или не подошёл',
    assignee_is_working: 'Исполнителя меняют, пока ТЗ не выдано',
    waits_for_itself: 'Так задача будет ждать саму себя',
  },
  en: {
    predecessor_not_done: 'What this task waits for has to be done first',
    client_approval_wanted: 'The client approves this work: send it to the client',
    no_client_approval_wanted: 'No client approval is wanted here: approve the work',
    no_budget_line:
      'There is no budget line for the month it is due, so the fee has nowhere to come from. The manager can ask for one',
    erid_missing:
      'Enter the erid of every creative in the marking register: until then this client’s ads are not approved',
    erid_missing_named: 'No erid: {{names}}. Enter it in the marking register',
    other_discipline: 'This is work of another discipline',
    file_not_ready: 'The file is not uploaded yet, or was rejected',
    assignee_is_working: 'The assignee can be changed until the brief is issued',
    waits_for_itself: 'The task would wait for itself',
  },
});
