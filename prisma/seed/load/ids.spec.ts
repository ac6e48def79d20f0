import { describe, expect, it } from '@jest/globals';
import { demoAgencyIds } from '@planerka/agency/domain';
import { agency } from '../content/agency';
import { studioId } from './own-studio';
import { idOf } from './ids';

describe('the agencies of the demo', () => {
  it('are those that the first registration does not count', () => {
    expect(demoAgencyIds).toEqual([idOf('agency', agency.slug), studioId()]);
  });
});
