import { afterEach, describe, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { chooseAgency, chosenAgency, keepPickedAgency, useAgencyChoice, useChosenAgency } from './agency-choice';

afterEach(() => act(() => chooseAgency(null)));

const watched = () => renderHook(() => ({ choice: useAgencyChoice(), chosen: useChosenAgency() }));

describe('The agency of a tab', () => {
  it('that the server picked is named from then on, and what was read of it is kept', () => {
    const { result } = watched();
    const before = result.current.choice;
    act(() => keepPickedAgency('mayak'));
    expect(result.current).toEqual({ choice: { agencyId: 'mayak' }, chosen: 'mayak' });
    expect(result.current.choice).toBe(before);
    expect(window.localStorage.getItem('planerka.agency')).toBe('mayak');
  });

  it('is another for whoever chooses another: nothing of the first is kept', () => {
    const { result } = watched();
    act(() => keepPickedAgency('mayak'));
    const before = result.current.choice;
    act(() => chooseAgency('studio'));
    expect(result.current.choice).toEqual({ agencyId: 'studio' });
    expect(result.current.choice).not.toBe(before);
    act(() => chooseAgency(null));
    expect(result.current.choice).toEqual({ agencyId: null });
  });

  it('is not the server’s pick where the person has chosen', () => {
    chooseAgency('studio');
    keepPickedAgency('mayak');
    expect(chosenAgency()).toBe('studio');
  });
});
