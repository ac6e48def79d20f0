import { graphql, InvalidInputFragment, type ResultOf, type VariablesOf } from '@planerka/platform/web';

export const PlanView_view = graphql(`
  fragment PlanView_view on PlanView @_unmask {
    id
    name
    isShared
    isOwn
    authorName
    clientId
    clientName
    viewerCanEdit
    version
    shown {
      layout
      groupedBy
      sortedBy
      isDescending
      hiddenColumns
      metricColumns
      month
      ofAllClients
      clientIds
      channelIds
      rubricIds
      assigneeIds
      statuses
      isAtRisk
    }
  }
`);

export type SavedView = ResultOf<typeof PlanView_view>;

export const PlanViewsQuery = graphql(
  `
    query PlanViews {
      planViews {
        id
        ...PlanView_view
      }
    }
  `,
  [PlanView_view],
);

export const CreateViewMutation = graphql(
  `
    mutation CreateView($input: CreatePlanViewInput!) {
      createPlanView(input: $input) {
        __typename
        ... on CreatePlanViewSuccess {
          view {
            id
            ...PlanView_view
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, PlanView_view],
);

export const UpdateViewMutation = graphql(
  `
    mutation UpdateView($input: UpdatePlanViewInput!) {
      updatePlanView(input: $input) {
        __typename
        ... on UpdatePlanViewSuccess {
          view {
            id
            ...PlanView_view
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, PlanView_view],
);

export const DeleteViewMutation = graphql(`
  mutation DeleteView($id: ID!) {
    deletePlanView(planViewId: $id) {
      __typename
      ... on DeletePlanViewSuccess {
        planViewId
      }
    }
  }
`);

export const RestoreViewMutation = graphql(
  `
    mutation RestoreView($id: ID!) {
      restorePlanView(planViewId: $id) {
        __typename
        ... on RestorePlanViewSuccess {
          view {
            id
            ...PlanView_view
          }
        }
      }
    }
  `,
  [PlanView_view],
);

export type ShownInput = VariablesOf<typeof CreateViewMutation>['input']['shown'];
