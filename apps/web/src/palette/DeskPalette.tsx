import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { DeskSearchQuery, hrefOf, iconOf, noteOf, useSearchText } from '@planerka/activity/web/search';
import { IdeaCapture } from '@planerka/content-plan/web/ideas';
import { PlanView_view } from '@planerka/content-plan/web/views';
import {
  chooseLanguage,
  graphql,
  IconBulb,
  KeyboardMap,
  type NavItem,
  type PalettePort,
  SearchPalette,
  showPalette,
  toast,
  useCommand,
  useGo,
  useLanguage,
  usePaletteFace,
  useShortcuts,
} from '@planerka/platform/web';
import { NewTaskDialog } from '@planerka/tasks/web/new-task';
import { TaskView_view } from '@planerka/tasks/web/views';
import { Suspense, useMemo, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { actionsFor, placesFor, shortcutsFor, viewsFor } from './desk-palette-entries';

const AbilitiesQuery = graphql(
  `
    query PaletteAbilities {
      viewer {
        id
        abilities
      }
      planViews {
        id
        ...PlanView_view
      }
      taskViews {
        id
        ...TaskView_view
      }
    }
  `,
  [PlanView_view, TaskView_view],
);

const CaptureMutation = graphql(`
  mutation PaletteIdea($input: CaptureIdeaInput!) {
    captureIdea(input: $input) {
      __typename
    }
  }
`);

const ofEach = 5;

interface DeskPaletteProps {
  nav: readonly NavItem[];
  /** Whose, and in which agency: what was opened lately is theirs. */
  memory: string;
  onSignOut: () => void;
}

/** Finding, going and doing by keyboard, from every page of the desk; comes after the page itself. */
export function DeskPalette({ nav, memory, onSignOut }: DeskPaletteProps) {
  const t = useSearchText();
  const go = useGo();
  const face = usePaletteFace();
  const client = useClient();
  const { language } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const [isNewTask, setNewTask] = useState(false);
  const [isIdea, setIdea] = useState(false);
  const [{ data }] = useQuery({ query: AbilitiesQuery, pause: face === null });
  const [capture] = useCommand(CaptureMutation);
  const abilities = data?.viewer?.abilities;
  const planViews = data?.planViews;
  const taskViews = data?.taskViews;
  const shortcuts = useMemo(() => shortcutsFor(nav, t, go, () => setIdea(true)), [nav, t, go]);
  useShortcuts(shortcuts);

  const port = useMemo((): PalettePort => {
    const keep = async (text: string) => {
      const outcome = await capture({ input: { text } });
      if (outcome.status === 'success') toast(t('do.ideaKept'));
    };
    return {
      memory,
      allHref: (text) => `/search?q=${encodeURIComponent(text)}`,
      places: [...placesFor(nav, t, shortcuts), ...viewsFor(planViews ?? [], taskViews ?? [], t)],
      actions: actionsFor(abilities ?? [], t, {
        newTask: () => setNewTask(true),
        newIdea: () => setIdea(true),
        theme: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
        language: () => chooseLanguage(language === 'ru' ? 'en' : 'ru'),
        keys: () => showPalette('keys'),
        signOut: onSignOut,
      }),
      actionsOf: (text) => [
        { id: 'idea', icon: <IconBulb />, title: t('do.idea', { text }), run: () => void keep(text) },
      ],
      search: async (query) => {
        const answer = await client
          .query(DeskSearchQuery, { query, first: ofEach }, { requestPolicy: 'network-only' })
          .toPromise();
        if (!answer.data) throw answer.error ?? new Error('No answer');
        const { problem, isGuess, groups } = answer.data.search;
        const remark = problem
          ? t(problem === 'TOO_LONG' ? 'too_long' : 'too_short')
          : isGuess && groups.length > 0
            ? t('guess')
            : undefined;
        return {
          remark,
          groups: groups.map(({ kind, found }) => ({
            title: t(`kind.${kind}`),
            hits: found.nodes.map((one) => {
              const note = noteOf(one);
              return {
                id: `${kind}-${one.id}`,
                title: one.title,
                passage: one.passage,
                href: hrefOf(one),
                icon: iconOf(one),
                ...(note !== undefined && { note }),
              };
            }),
          })),
        };
      },
    };
  }, [
    abilities,
    capture,
    client,
    language,
    memory,
    nav,
    onSignOut,
    scheme,
    setColorScheme,
    shortcuts,
    t,
    planViews,
    taskViews,
  ]);

  return (
    <>
      {face === 'palette' && <SearchPalette port={port} onClose={() => showPalette(null)} />}
      {face === 'keys' && <KeyboardMap shortcuts={shortcuts} onClose={() => showPalette(null)} />}
      {isNewTask && <NewTaskDialog onClose={() => setNewTask(false)} />}
      <Suspense fallback={null}>{isIdea && <IdeaCapture onClose={() => setIdea(false)} />}</Suspense>
    </>
  );
}
