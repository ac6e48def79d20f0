import type { Temporal as TemporalApi } from 'temporal-polyfill';

/**
 * What the pages get where `temporal-polyfill` is imported (vite.config.ts): the browser's own Temporal. A browser that
 * has none yet loads the polyfill first, so that the others need not carry it.
 */
export let Temporal = native();

/** An entry whose pages reckon with Temporal draws nothing before this; undefined where there is nothing to wait for. */
export const temporalLoading: Promise<void> | undefined = Temporal
  ? undefined
  : import('temporal-polyfill/global').then(() => {
      Temporal = native();
    });

function native() {
  return (globalThis as { Temporal?: typeof TemporalApi }).Temporal;
}
