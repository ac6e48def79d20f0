import type { BudgetCategory, LedgerAccount, LedgerKind } from '@planerka/budgets/domain';

export type ExportLocale = 'ru' | 'en';

interface ExportWords {
  readonly lines: string;
  readonly book: string;
  readonly clients: string;
  readonly months: string;
  readonly total: string;
  readonly hard: string;
  readonly soft: string;
  readonly budget: string;
  readonly overview: string;
  readonly lineHeader: (currency: string) => readonly string[];
  readonly bookHeader: (currency: string) => readonly string[];
  readonly clientHeader: (currency: string) => readonly string[];
  readonly monthHeader: (currency: string) => readonly string[];
  readonly category: Readonly<Record<BudgetCategory, string>>;
  readonly kind: Readonly<Record<LedgerKind, string>>;
  readonly account: Readonly<Record<LedgerAccount, string>>;
}

/** Names in a file, in the language of the page that it was saved from. */
export const exportWords: Readonly<Record<ExportLocale, ExportWords>> = {
  ru: {
    lines: 'Статьи',
    book: 'Проводки',
    clients: 'Клиенты',
    months: 'Месяцы',
    total: 'Всего',
    hard: 'жёсткая',
    soft: 'мягкая',
    budget: 'Бюджет',
    overview: 'Обзор',
    lineHeader: (unit) => [
      'Месяц',
      'Статья',
      'Тип',
      ...['План', 'Потрачено', 'К выплате', 'Обязательства', 'Доступно'].map((name) => `${name}, ${unit}`),
      'Занято',
    ],
    bookHeader: (unit) => [
      'Дата',
      'Месяц статьи',
      'Статья',
      'Что',
      'Основание',
      'Откуда',
      'Куда',
      `Сумма, ${unit}`,
      `Доступно после, ${unit}`,
      'Кто',
    ],
    clientHeader: (unit) => [
      'Клиент',
      'Менеджер',
      ...['Выручка', 'Затраты', 'Маржа'].map((name) => `${name}, ${unit}`),
      'Доля',
      ...['План', 'Потрачено', 'К выплате', 'Обязательства', 'Доступно'].map((name) => `${name}, ${unit}`),
    ],
    monthHeader: (unit) => ['Месяц', ...['Выручка', 'Затраты', 'Маржа'].map((name) => `${name}, ${unit}`), 'Доля'],
    category: {
      copy: 'Тексты',
      design: 'Дизайн',
      targeting: 'Таргетинг',
      ad_spend: 'Реклама',
      production: 'Съёмка',
      tools: 'Сервисы',
      other: 'Прочее',
    },
    kind: {
      revision: 'Изменение бюджета',
      commitment: 'Принято ТЗ',
      release: 'Освобождено',
      kill_fee: 'Неустойка',
      payable: 'Работа готова',
      payout: 'Выплата',
      ad_spend: 'Расход рекламы',
      expense: 'Расход',
      reversal: 'Сторно',
    },
    account: {
      plan: 'план',
      available: 'доступно',
      committed: 'обязательства',
      payable: 'к выплате',
      spent: 'потрачено',
    },
  },
  en: {
    lines: 'Lines',
    book: 'Entries',
    clients: 'Clients',
    months: 'Months',
    total: 'Total',
    hard: 'hard',
    soft: 'soft',
    budget: 'Budget',
    overview: 'Overview',
    lineHeader: (unit) => [
      'Month',
      'Line',
      'Kind',
      ...['Plan', 'Spent', 'Payable', 'Committed', 'Available'].map((name) => `${name}, ${unit}`),
      'Taken',
    ],
    bookHeader: (unit) => [
      'Date',
      'Month of the line',
      'Line',
      'What',
      'For',
      'From',
      'To',
      `Sum, ${unit}`,
      `Available after, ${unit}`,
      'Who',
    ],
    clientHeader: (unit) => [
      'Client',
      'Manager',
      ...['Revenue', 'Cost', 'Margin'].map((name) => `${name}, ${unit}`),
      'Share',
      ...['Plan', 'Spent', 'Payable', 'Committed', 'Available'].map((name) => `${name}, ${unit}`),
    ],
    monthHeader: (unit) => ['Month', ...['Revenue', 'Cost', 'Margin'].map((name) => `${name}, ${unit}`), 'Share'],
    category: {
      copy: 'Copy',
      design: 'Design',
      targeting: 'Targeting',
      ad_spend: 'Ad spend',
      production: 'Production',
      tools: 'Tools',
      other: 'Other',
    },
    kind: {
      revision: 'Budget change',
      commitment: 'Brief accepted',
      release: 'Released',
      kill_fee: 'Kill fee',
      payable: 'Work done',
      payout: 'Payout',
      ad_spend: 'Ad spend',
      expense: 'Expense',
      reversal: 'Reversal',
    },
    account: {
      plan: 'plan',
      available: 'available',
      committed: 'committed',
      payable: 'payable',
      spent: 'spent',
    },
  },
};
