import { graphql, InvalidInputFragment, type ResultOf } from '@planerka/platform/web';
import { RollOverRow_item } from '../roll-over/roll-over.documents';

export const PlanTemplate_template = graphql(`
  fragment PlanTemplate_template on PlanTemplate @_unmask {
    id
    kind
    name
    isForClient
    itemCount
    taskCount
    version
  }
`);

export type PlanTemplate = ResultOf<typeof PlanTemplate_template>;

export const PlanTemplatesQuery = graphql(
  `
    query PlanTemplates($clientId: ID!) {
      planTemplates(clientId: $clientId) {
        ...PlanTemplate_template
      }
    }
  `,
  [PlanTemplate_template],
);

export const PlanTemplateFitQuery = graphql(
  `
    query PlanTemplateFit($templateId: ID!, $clientId: ID!, $month: Month!, $on: Date) {
      planTemplateFit(templateId: $templateId, clientId: $clientId, month: $month, on: $on) {
        lacks
        items {
          itemId
          existingItemId
          isRepeated
          publishOn
          ...RollOverRow_item
        }
      }
    }
  `,
  [RollOverRow_item],
);

export const CreatePlanTemplateMutation = graphql(
  `
    mutation CreatePlanTemplate($input: CreatePlanTemplateInput!) {
      createPlanTemplate(input: $input) {
        __typename
        ... on PlanTemplateSuccess {
          template {
            ...PlanTemplate_template
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment, PlanTemplate_template],
);

export const RenamePlanTemplateMutation = graphql(
  `
    mutation RenamePlanTemplate($input: RenamePlanTemplateInput!) {
      renamePlanTemplate(input: $input) {
        __typename
        ... on PlanTemplateSuccess {
          template {
            ...PlanTemplate_template
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment, PlanTemplate_template],
);

export const ArchivePlanTemplateMutation = graphql(
  `
    mutation ArchivePlanTemplate($input: ArchivePlanTemplateInput!) {
      archivePlanTemplate(input: $input) {
        __typename
        ... on PlanTemplateSuccess {
          template {
            ...PlanTemplate_template
          }
        }
      }
    }
  `,
  [PlanTemplate_template],
);

export const ApplyPlanTemplateMutation = graphql(
  `
    mutation ApplyPlanTemplate($input: ApplyPlanTemplateInput!) {
      applyPlanTemplate(input: $input) {
        __typename
        ... on ApplyPlanTemplateSuccess {
          itemIds
          taskCount
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);
