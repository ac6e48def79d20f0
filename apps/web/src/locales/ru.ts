export const ru = {
  sections: {
    today: 'Сегодня',
    overview: 'Обзор',
    clients: 'Клиенты',
    plan: 'Контент-план',
    planShort: 'План',
    tasks: 'Задачи',
    approvals: 'Согласования',
    campaigns: 'Кампании',
    budgets: 'Бюджеты',
    payouts: 'Выплаты',
    results: 'Результаты',
    team: 'Команды и ставки',
    settings: 'Настройки',
  },
  role: {
    OWNER: 'Владелец',
    MANAGER: 'SMM-менеджер',
    SPECIALIST: 'Специалист',
  },
  discipline: {
    COPY: 'Копирайтер',
    DESIGN: 'Дизайнер',
    TARGETING: 'Таргетолог',
  },
  found: {
    CLIENT: 'Клиенты',
    CAMPAIGN: 'Кампании',
    ITEM: 'Публикации',
    TASK: 'Задачи',
    TEXT: 'Тексты',
    COMMENT: 'Комментарии',
  },
  deletion: {
    title: 'Агентство будет удалено.',
    text: 'исчезнет всё, что в нём есть. Владелец может это отменить.',
    cancel: 'Не удалять',
  },
  noAgency: {
    title: 'Вы пока не состоите ни в одном агентстве',
    text: 'Попросите владельца прислать приглашение ещё раз или зарегистрируйте своё агентство.',
    action: 'Зарегистрировать агентство',
  },
  plan: {
    newTask: 'Новая задача',
    chain: 'Собрать задачи',
  },
};
