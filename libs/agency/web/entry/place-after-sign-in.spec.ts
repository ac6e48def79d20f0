import { describe, expect, it } from '@jest/globals';
import { placeAfterSignIn } from './place-after-sign-in';

describe('Where sign-in leads', () => {
  it.each([
    ['?next=%2Ftasks%2F1%3Ftab%3Dbrief', '/tasks/1?tab=brief'],
    ['', '/'],
    ['?next=https%3A%2F%2Fevil.example', '/'],
    ['?next=%2F%2Fevil.example', '/'],
    ['?next=%2F%5Cevil.example', '/'],
    ['?next=javascript%3Aalert(1)', '/'],
  ])('%s → %s', (search, place) => {
    expect(placeAfterSignIn(search)).toBe(place);
  });
});
