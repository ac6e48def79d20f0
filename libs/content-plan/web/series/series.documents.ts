import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';
import { ItemForm_item, ItemForm_plan } from '../form/item-form.documents';

export const Rhythm_rhythm = graphql(`
  fragment Rhythm_rhythm on Rhythm @_unmask {
    kind
    interval
    weekdays
    monthDay
    nth
  }
`);

export type Rhythm = ResultOf<typeof Rhythm_rhythm>;

export const PlanSeries_series = graphql(
  `
    fragment PlanSeries_series on PlanSeries @_unmask {
      id
      title
      idea
      format
      publishTime
      channelIds
      rubricId
      campaignId
      wantsClientApproval
      rhythm {
        ...Rhythm_rhythm
      }
      startsOn
      endsOn
      times
      onDayOff
      taskCount
      isPaused
      nextOn
      version
    }
  `,
  [Rhythm_rhythm],
);

export type PlanSeries = ResultOf<typeof PlanSeries_series>;

export const PlanSeriesQuery = graphql(
  `
    query PlanSeries($clientId: ID!) {
      planSeries(clientId: $clientId) {
        ...PlanSeries_series
      }
    }
  `,
  [PlanSeries_series],
);

/** What a form of a series needs: what the client has, what there is to begin with. */
export const SeriesFormQuery = graphql(
  `
    query SeriesForm($clientId: ID!, $month: Month!, $itemId: ID!, $hasItem: Boolean!) {
      contentPlan(clientId: $clientId, month: $month) {
        today
        ...ItemForm_plan
      }
      planSeries(clientId: $clientId) {
        ...PlanSeries_series
      }
      planTemplates(clientId: $clientId) {
        id
        kind
        name
        taskCount
      }
      contentItem(id: $itemId) @include(if: $hasItem) {
        id
        ...ItemForm_item
        tasks {
          id
        }
      }
    }
  `,
  [ItemForm_item, ItemForm_plan, PlanSeries_series],
);

export type SeriesGround = ResultOf<typeof SeriesFormQuery>;

export const PlanSeriesPreviewQuery = graphql(`
  query PlanSeriesPreview($input: PlanSeriesPreviewInput!) {
    planSeriesPreview(input: $input) {
      days {
        on
        publishOn
        outcome
      }
      withdrawn
      until
    }
  }
`);

export type SeriesPreview = NonNullable<ResultOf<typeof PlanSeriesPreviewQuery>['planSeriesPreview']>;

const SeriesDone = graphql(
  `
    fragment SeriesDone on PlanSeriesSuccess @_unmask {
      series {
        ...PlanSeries_series
      }
      made
      withdrawn
    }
  `,
  [PlanSeries_series],
);

export const CreatePlanSeriesMutation = graphql(
  `
    mutation CreatePlanSeries($input: CreatePlanSeriesInput!) {
      createPlanSeries(input: $input) {
        __typename
        ... on PlanSeriesSuccess {
          ...SeriesDone
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, SeriesDone],
);

export const ChangePlanSeriesMutation = graphql(
  `
    mutation ChangePlanSeries($input: ChangePlanSeriesInput!) {
      changePlanSeries(input: $input) {
        __typename
        ... on PlanSeriesSuccess {
          ...SeriesDone
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, SeriesDone],
);

export const PausePlanSeriesMutation = graphql(
  `
    mutation PausePlanSeries($input: PausePlanSeriesInput!) {
      pausePlanSeries(input: $input) {
        __typename
        ... on PlanSeriesSuccess {
          ...SeriesDone
        }
      }
    }
  `,
  [SeriesDone],
);

export const EndPlanSeriesMutation = graphql(
  `
    mutation EndPlanSeries($input: EndPlanSeriesInput!) {
      endPlanSeries(input: $input) {
        __typename
        ... on PlanSeriesSuccess {
          ...SeriesDone
        }
      }
    }
  `,
  [SeriesDone],
);
