import {
  AppShell,
  IconApprove,
  IconBulb,
  IconCalendar,
  IconChart,
  IconFlag,
  IconPeople,
  IconSun,
  IconTasks,
  IconWallet,
  type NavItem,
  showPalette,
  usePaletteFace,
  type PalettePort,
  SearchPalette,
  TimeZoneContext,
} from '@planerka/platform/web';
import { KitBudget } from './KitBudget';
import { KitForms } from './KitForms';
import { KitParts } from './KitParts';
import { KitToday } from './KitToday';

const nav: NavItem[] = [
  { label: 'Сегодня', href: '/kit', icon: IconSun, count: 9, isTab: true },
  { label: 'Контент-план', href: '/kit-plan', icon: IconCalendar, isTab: true, tabLabel: 'План' },
  { label: 'Задачи', href: '/kit-tasks', icon: IconTasks, count: 34, isTab: true },
  { label: 'Согласования', href: '/kit-approvals', icon: IconApprove, count: 6, hasNews: true, isTab: true },
  { label: 'Кампании', href: '/kit-campaigns', icon: IconFlag, count: 5 },
  { label: 'Бюджеты', href: '/kit-budgets', icon: IconWallet },
  { label: 'Результаты', href: '/kit-results', icon: IconChart },
  { label: 'Идеи', href: '/kit-ideas', icon: IconBulb, count: 12 },
  { label: 'Загрузка', href: '/kit-load', icon: IconPeople },
];

const views = { today: KitToday, parts: KitParts, forms: KitForms, budget: KitBudget };

/** Development only: the whole kit, to look at in both themes and at every width. `?view=parts|forms|budget`. */
export function KitPage() {
  const view = new URLSearchParams(window.location.search).get('view') ?? 'today';
  const isSearching = usePaletteFace() === 'palette';
  const port: PalettePort = {
    search: () => Promise.resolve({ groups: [] }),
    allHref: () => '/kit',
    places: nav.map(({ label, href }) => ({ id: href.slice(1), title: label, href })),
    actions: [],
    memory: 'kit',
  };
  const View = Object.entries(views).find(([name]) => name === view)?.[1] ?? KitToday;
  return (
    <TimeZoneContext value="Europe/Moscow">
      <AppShell
        agency={{ id: '1', name: 'Маяк' }}
        agencies={[
          { id: '1', name: 'Маяк' },
          { id: '2', name: 'Север' },
        ]}
        onChooseAgency={() => undefined}
        nav={nav}
        list={{
          caption: 'Клиенты',
          note: '5 из 10',
          items: ['Сосна', 'Утро', 'Белый кит', 'Опора', 'Ладога'].map((name) => ({
            id: name,
            name,
            href: `/kit-${name}`,
            kind: 'client',
          })),
        }}
        person={{ id: 'ab', name: 'Анна Белова', role: 'SMM-менеджер' }}
        path="/kit"
        isRail={view === 'budget'}
        profileHref="/account"
        settingsHref="/settings"
        onSignOut={() => undefined}
        onSearch={() => showPalette('palette')}
      >
        <View />
      </AppShell>
      {isSearching && <SearchPalette port={port} onClose={() => showPalette(null)} />}
    </TimeZoneContext>
  );
}
