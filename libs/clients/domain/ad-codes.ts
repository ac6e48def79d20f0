/**
 * A code of the classifier of advertised goods and services (ККТУ), by which the register of internet advertising sorts what is
 * advertised: two or three numbers of one or two digits, the root first: `30.1`, `30.10.1`. The classifier is Roskomnadzor's, given
 * out by the operators of advertising data, and grows: whether there is such a code they say, its form alone is asked here.
 */
export const kktuForm = /^\d{1,2}(\.\d{1,2}){1,2}$/;

export const isKktu = (text: string): boolean => kktuForm.test(text);

/**
 * The identifier of an advertisement (erid), given by an operator of advertising data before it is shown: 38-FZ «О рекламе», art. 18.1.
 * Latin letters and digits, as «LjN8Kaaxi», «2VtzqwK7sn4»: its length differs by operator, and no law says it. As seen on operators' and
 * agencies' pages on 2026-11-26.
 */
export const eridForm = /^[A-Za-z0-9_-]{6,64}$/;

export const isErid = (text: string): boolean => eridForm.test(text);

/** What people paste: the token, «erid: …», or the advertisement's whole address with `erid=` in it. */
export function readErid(text: string): string {
  const named = /(?:^|[?&#\s.,;])erid\s*[:=]\s*([^\s&#]+)/i.exec(text);
  return (named?.[1] ?? text).trim().replace(/[.,;]+$/, '');
}
