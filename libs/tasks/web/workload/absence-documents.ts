import { defineCacheUpdates, defineLiveUpdates, forget, graphql, InvalidInputFragment } from '@planerka/platform/web';

export const AddAbsenceMutation = graphql(
  `
    mutation AddAbsence($input: AddAbsenceInput!) {
      addAbsence(input: $input) {
        __typename
        ... on AbsenceChanged {
          absenceId
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

export const RemoveAbsenceMutation = graphql(
  `
    mutation RemoveAbsence($absenceId: ID!) {
      removeAbsence(absenceId: $absenceId) {
        __typename
        ... on AbsenceChanged {
          absenceId
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const shown = ['workload', 'workloadTasks', 'taskChain'] as const;

defineCacheUpdates({
  Mutation: {
    addAbsence: (_result, _args, cache) => forget(cache, ...shown),
    removeAbsence: (_result, _args, cache) => forget(cache, ...shown),
  },
});
defineLiveUpdates({ absence: shown });
