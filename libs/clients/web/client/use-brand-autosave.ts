import type { BrandProfile } from '@planerka/clients/domain';
import { graphql, useCommand, usePersistentDraft, InvalidInputFragment } from '@planerka/platform/web';
import { useForm } from '@mantine/form';
import { useCallback, useEffect, useRef, useState } from 'react';

const SaveBrandProfileMutation = graphql(
  `
    mutation SaveBrandProfile($input: SaveBrandProfileInput!) {
      saveBrandProfile(input: $input) {
        __typename
        ... on ClientChanged {
          client {
            id
            nextSteps
            brandProfile {
              id
              data
              filledParts
              version
            }
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment],
);

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'invalid' | 'offline';

const PAUSE = 1_200;

/** A row that was added and not filled yet is not worth a complaint while one types. */
function withoutBlankRows(profile: BrandProfile): BrandProfile {
  return {
    ...profile,
    colours: profile.colours.filter(({ name, hex }) => name.trim() !== '' || hex.trim() !== ''),
    fonts: profile.fonts.filter(({ name, use }) => name.trim() !== '' || use.trim() !== ''),
    links: profile.links.filter(({ title, url }) => title.trim() !== '' || url.trim() !== ''),
    competitors: profile.competitors.filter(({ name, url, note }) => `${name}${url}${note}`.trim() !== ''),
  };
}

/** The brand profile as a form that saves itself a moment after the last key, one save at a time. */
export function useBrandAutosave(clientId: string, profile: BrandProfile, version: number, onReload: () => void) {
  const [state, setState] = useState<SaveState>('saved');
  const known = useRef(version);
  const isSaving = useRef(false);
  const draft = usePersistentDraft<BrandProfile>(`brand-${clientId}`, profile);
  const isDirty = useRef(draft.isRestored);
  const [edits, setEdits] = useState(draft.isRestored ? 1 : 0);
  const form = useForm<BrandProfile>({
    initialValues: draft.initial,
    onValuesChange: (values) => {
      draft.keep(values);
      isDirty.current = true;
      setState('unsaved');
      setEdits((count) => count + 1);
    },
  });
  const [run] = useCommand(SaveBrandProfileMutation, { form, onReload, isQuiet: true });

  // somebody else's newer profile was loaded on request: the next save is made knowing it
  useEffect(() => {
    known.current = Math.max(known.current, version);
  }, [version]);

  const save = useCallback(async () => {
    if (isSaving.current || !isDirty.current) return;
    isSaving.current = true;
    isDirty.current = false;
    setState('saving');
    const data = withoutBlankRows(form.getValues());
    const outcome = await run({ input: { clientId, expectedVersion: known.current, data } });
    isSaving.current = false;
    if (outcome.status === 'success') {
      const saved = outcome.result.client.brandProfile;
      if (saved) known.current = saved.version;
      if (isDirty.current) return setEdits((count) => count + 1);
      draft.clear();
      setState('saved');
      return;
    }
    isDirty.current = true;
    setState(outcome.status === 'failed' ? 'offline' : 'invalid');
  }, [clientId, draft, form, run]);

  useEffect(() => {
    if (edits === 0) return;
    const timer = window.setTimeout(() => void save(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [edits, save]);

  useEffect(() => {
    const retry = () => void save();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      retry();
    };
    // on leaving the page what was typed last is sent, too
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return { form, state, save, isRestored: draft.isRestored };
}
