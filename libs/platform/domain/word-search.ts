/**
 * Whether a text has a phrase as whole words, whatever the case and ё. «эко» is not in «экономия», but a phrase of
 * five letters or more is found with any ending («премиум» in «премиумный»): Russian inflects.
 */
export function containsPhrase(text: string, phrase: string): boolean {
  const needle = normalise(phrase);
  if (needle === '') return false;
  const haystack = normalise(text);
  for (let index = haystack.indexOf(needle); index !== -1; index = haystack.indexOf(needle, index + 1)) {
    const before = haystack.slice(0, index).at(-1);
    const after = haystack.at(index + needle.length);
    if (!isWordCharacter(before) && (needle.length >= 5 || !isWordCharacter(after))) return true;
  }
  return false;
}

const normalise = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);
