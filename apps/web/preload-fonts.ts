import type { Plugin } from 'vite';

/** What every page writes with is asked for with the page itself, not once its styles are read. */
export function preloadFonts(): Plugin {
  return {
    name: 'planerka:preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => /\/inter-(cyrillic|latin)-[\w-]+\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
            injectTo: 'head',
          })),
    },
  };
}
