import { describe, expect, it } from '@jest/globals';
import { actions } from './access';
import { reachOf, rightHolders, rightsTable } from './rights';

describe('The table of rights', () => {
  it('has every action once', () => {
    const shown = rightsTable().flatMap(({ rights }) => rights.map(({ action }) => action));
    expect(shown.toSorted()).toEqual(actions.toSorted());
  });

  it('has a word for how far each reaches', () => {
    const wordless = actions.flatMap((action) =>
      rightHolders
        .filter((holder) => {
          try {
            return !reachOf(action, holder);
          } catch {
            return true;
          }
        })
        .map((holder) => `${action} of a ${holder}`),
    );
    expect(wordless).toEqual([]);
  });

  it.each([
    ['retainer.view', 'always never never never'],
    ['client.view', 'always ownClients ownClients never'],
    ['client.edit', 'always ownClients never never'],
    ['task.accept', 'own own own never'],
    ['task.review', 'othersWork othersWorkOfOwnClients never never'],
    ['fee.view', 'always ownClientsAndOwn own never'],
    ['budget.line.view', 'always ownClients adsOfOwnClients never'],
    ['approval.view', 'always ownClients never own'],
    ['approval.decide', 'never never never own'],
  ] as const)('says how far %s reaches: %s', (action, expected) => {
    expect(rightHolders.map((holder) => reachOf(action, holder)).join(' ')).toBe(expected);
  });
});
