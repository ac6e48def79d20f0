import { Button } from '@mantine/core';
import { graphql, IconPlus, useCommand, useGo, InvalidInputFragment } from '@planerka/platform/web';
import { useT } from '../locales';

const CreateCaseMutation = graphql(
  `
    mutation CreateCase($input: CreateCaseInput!) {
      createCase(input: $input) {
        __typename
        ... on CaseChanged {
          casePage {
            id
            campaign {
              id
              cases {
                id
                title
              }
            }
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

/** Freezes the figures as they stand and opens the page to write on. */
export function WriteCaseButton({ campaignId, title }: { campaignId: string; title: string }) {
  const t = useT();
  const go = useGo();
  const [create, isCreating] = useCommand(CreateCaseMutation);
  const write = async () => {
    const outcome = await create({ input: { campaignId, title: title.slice(0, 200) } });
    if (outcome.status === 'success') go(`/cases/${outcome.result.casePage.id}?edit=1`);
  };
  return (
    <Button size="xs" leftSection={<IconPlus />} loading={isCreating} onClick={() => void write()}>
      {t('page.write')}
    </Button>
  );
}
