import { randomBytes } from 'node:crypto';

const own = ["'self'"];

/** What a page may load, run and be shown in. */
export const contentSecurity = {
  defaultSrc: own,
  scriptSrc: own,
  styleSrc: own,
  // The kit writes sizes and colours into attributes, which reach nothing but their own element…
  styleSrcAttr: ["'unsafe-inline'"],
  // …and its variables and responsive values into style elements: those bear the nonce of their page.
  styleSrcElem: own,
  fontSrc: own,
  imgSrc: [...own, 'data:', 'blob:'],
  mediaSrc: [...own, 'blob:'],
  connectSrc: own,
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: own,
  baseUri: own,
  upgradeInsecureRequests: null,
};

export const newNonce = (): string => randomBytes(16).toString('base64');

/** The same policy for one page, whose style elements bear the nonce. */
export const withStyleNonce = (policy: string, nonce: string): string =>
  policy.replace("style-src-elem 'self'", (said) => `${said} 'nonce-${nonce}'`);
