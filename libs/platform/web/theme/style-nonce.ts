/** What the page's security policy wants of a style element that a script makes; empty where the page was served without one. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
