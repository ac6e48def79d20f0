import {
  type BrandPart,
  type BrandProfile,
  isSameProfile,
  mergeBrandProfile,
  parseBrandProfile,
  withParts,
} from '@planerka/clients/domain';
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

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'invalid' | 'offline' | 'conflict';

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

/** As the server would keep it, so that a space at the end is nobody's change. */
function asKept(profile: BrandProfile): BrandProfile {
  const read = parseBrandProfile(withoutBlankRows(profile));
  return read.ok ? read.value : profile;
}

/** What is kept on this device until the server has it: the text, and what it was written over. */
interface Draft {
  readonly values: BrandProfile;
  readonly was: BrandProfile;
}

/**
 * The brand profile as a form that saves itself a moment after the last key, one save at a time. What somebody else saved
 * meanwhile is taken over part by part; a part that both changed waits for a choice, and nothing is sent until then.
 */
export function useBrandAutosave(clientId: string, profile: BrandProfile, version: number, onReload: () => void) {
  const [state, setState] = useState<SaveState>('saved');
  const draft = usePersistentDraft<Draft>(`brand-${clientId}`, { values: profile, was: profile });
  const [start] = useState(() => mergeBrandProfile(draft.initial.was, asKept(draft.initial.values), profile));
  const known = useRef({ version, profile });
  const newest = useRef({ version, profile });
  const isSaving = useRef(false);
  const isAbsorbing = useRef(false);
  const isDirty = useRef(draft.isRestored);
  const [conflicts, setConflicts] = useState(start.conflicts);
  const [theirs, setTheirs] = useState(profile);
  const [edits, setEdits] = useState(draft.isRestored ? 1 : 0);
  const form = useForm<BrandProfile>({
    initialValues: withParts(draft.initial.values, profile, start.taken),
    onValuesChange: (values) => {
      if (isAbsorbing.current) return;
      draft.keep({ values, was: known.current.profile });
      isDirty.current = true;
      setState('unsaved');
      setEdits((count) => count + 1);
    },
  });
  const [run] = useCommand(SaveBrandProfileMutation, { form, isQuiet: true });

  /** Somebody else's newer profile, once it is known here and no save of ours is under way. */
  const absorb = useCallback(() => {
    const { version: next, profile: nextProfile } = newest.current;
    if (isSaving.current || next <= known.current.version) return;
    const mine = form.getValues();
    const merged = mergeBrandProfile(known.current.profile, asKept(mine), nextProfile);
    const values = withParts(mine, nextProfile, merged.taken);
    known.current = newest.current;
    setTheirs(nextProfile);
    setConflicts((before) => [...new Set([...before, ...merged.conflicts])]);
    isAbsorbing.current = true;
    form.setValues(values);
    isAbsorbing.current = false;
    // only what is ours alone is sent: two open pages would else answer each other for ever
    isDirty.current = !isSameProfile(asKept(values), nextProfile);
    if (isDirty.current) draft.keep({ values, was: nextProfile });
    else draft.clear();
    setState(isDirty.current ? 'unsaved' : 'saved');
    setEdits((count) => count + 1);
  }, [draft, form]);

  useEffect(() => {
    newest.current = { version, profile };
    absorb();
  }, [absorb, profile, version]);

  const isHeldUp = conflicts.length > 0;
  const save = useCallback(async () => {
    if (isSaving.current || !isDirty.current) return;
    if (isHeldUp) return setState('conflict');
    isSaving.current = true;
    isDirty.current = false;
    setState('saving');
    const data = withoutBlankRows(form.getValues());
    const outcome = await run({ input: { clientId, expectedVersion: known.current.version, data } });
    isSaving.current = false;
    if (outcome.status === 'success') {
      const saved = outcome.result.client.brandProfile;
      if (saved) known.current = { version: saved.version, profile: asKept(data) };
      absorb();
      if (isDirty.current) return setEdits((count) => count + 1);
      draft.clear();
      setState('saved');
      return;
    }
    isDirty.current = true;
    if (outcome.status === 'refused' && outcome.refusal.__typename === 'StaleVersion') {
      setState('unsaved');
      // it may have come by itself while ours was under way
      if (newest.current.version > known.current.version) absorb();
      else onReload();
      return;
    }
    setState(outcome.status === 'failed' ? 'offline' : 'invalid');
  }, [absorb, clientId, draft, form, isHeldUp, onReload, run]);

  useEffect(() => {
    if (edits === 0) return;
    const timer = window.setTimeout(() => void save(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [edits, save]);

  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  }, [save]);
  useEffect(() => {
    const retry = () => void latestSave.current();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      // on leaving the page what was typed last is sent, too
      retry();
    };
  }, []);

  /** Of a part that both changed. */
  const choose = (part: BrandPart, whose: 'mine' | 'theirs') => {
    setConflicts((before) => before.filter((other) => other !== part));
    if (whose === 'theirs') form.setValues({ [part]: theirs[part] });
    isDirty.current = true;
    setEdits((count) => count + 1);
  };

  return { form, state, save, isRestored: draft.isRestored, conflicts, theirs, choose };
}
