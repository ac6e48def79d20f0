import { ActionIcon, Button, Modal, NumberInput, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  cx,
  EmptyState,
  graphql,
  IconCheck,
  IconTrash,
  Stack,
  useCommand,
  usePlatformText,
  useUndoable,
  InvalidInputFragment,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { RubricSwatch } from '../plan/RubricSwatch';
import classes from './RubricsDialog.module.css';

const CreateRubricMutation = graphql(
  `
    mutation CreateRubric($input: CreateRubricInput!) {
      createRubric(input: $input) {
        __typename
        ... on CreateRubricSuccess {
          rubric {
            id
            name
            colour
            targetShare
            version
          }
        }
        ...InvalidInput
      }
    }
  `,
  [InvalidInputFragment],
);

const UpdateRubricMutation = graphql(
  `
    mutation UpdateRubric($input: UpdateRubricInput!) {
      updateRubric(input: $input) {
        __typename
        ... on UpdateRubricSuccess {
          rubric {
            id
            name
            colour
            targetShare
            version
          }
        }
        ...InvalidInput
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [InvalidInputFragment],
);

const ArchiveRubricMutation = graphql(`
  mutation ArchiveRubric($input: ArchiveRubricInput!) {
    archiveRubric(input: $input) {
      __typename
      ... on ArchiveRubricSuccess {
        rubricId
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`);

export interface Rubric {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly targetShare: number;
  readonly version: number;
}

export interface RubricsDialogProps {
  clientId: string;
  rubrics: readonly Rubric[];
  onClose: () => void;
}

/** The topic lines of a client: name, one of five colours, and how much of the month each should take. */
export function RubricsDialog({ clientId, rubrics, onClose }: RubricsDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const total = rubrics.reduce((sum, { targetShare }) => sum + targetShare, 0);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('rubrics.title')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <Stack>
        <p className={classes.text}>{t('rubrics.text')}</p>
        {rubrics.length === 0 && <EmptyState title={t('rubrics.empty')}>{t('rubrics.emptyText')}</EmptyState>}
        <ul className={classes.list}>
          {rubrics.map((rubric) => (
            <li key={`${rubric.id}-${rubric.version}`}>
              <RubricRow clientId={clientId} rubric={rubric} />
            </li>
          ))}
        </ul>
        {rubrics.length > 0 && (
          <p className={cx(classes.total, total !== 100 && classes.off)}>
            {t(total === 100 ? 'rubrics.total' : 'rubrics.totalOff', { total })}
          </p>
        )}
        <NewRubric
          key={rubrics.length}
          clientId={clientId}
          colour={(rubrics.length % 5) + 1}
          share={Math.max(0, 100 - total)}
        />
      </Stack>
    </Modal>
  );
}

function RubricRow({ clientId, rubric }: { clientId: string; rubric: Rubric }) {
  const t = useT();
  const undoable = useUndoable();
  // under its name a rubric that was put away comes back with all that was published in it
  const [bringBack] = useCommand(CreateRubricMutation);
  const form = useForm({
    initialValues: { name: rubric.name, colour: rubric.colour, targetShare: rubric.targetShare },
  });
  const [update, isSaving] = useCommand(UpdateRubricMutation, { form });
  const [archive] = useCommand(ArchiveRubricMutation);
  const version = { rubricId: rubric.id, expectedVersion: rubric.version };
  return (
    <form
      className={classes.row}
      onSubmit={form.onSubmit((values) => void update({ input: { ...version, ...values } }))}
    >
      <Colour value={form.values.colour} onChange={(colour) => form.setFieldValue('colour', colour)} />
      <TextInput aria-label={t('rubrics.name')} maxLength={120} {...form.getInputProps('name')} />
      <NumberInput
        aria-label={t('rubrics.share')}
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        suffix=" %"
        {...form.getInputProps('targetShare')}
      />
      {form.isDirty() ? (
        <ActionIcon
          type="submit"
          variant="default"
          loading={isSaving}
          aria-label={t('rubrics.save', { name: rubric.name })}
        >
          <IconCheck />
        </ActionIcon>
      ) : (
        <ActionIcon
          aria-label={t('rubrics.archive', { name: rubric.name })}
          onClick={async () => {
            const outcome = await archive({ input: version });
            if (outcome.status !== 'success') return;
            const { name, colour, targetShare } = rubric;
            undoable({
              of: rubric.id,
              message: t('rubrics.archived'),
              undo: async () => {
                await bringBack({ input: { clientId, name, colour, targetShare } });
              },
            });
          }}
        >
          <IconTrash />
        </ActionIcon>
      )}
    </form>
  );
}

function NewRubric({ clientId, colour, share }: { clientId: string; colour: number; share: number }) {
  const t = useT();
  const form = useForm({ initialValues: { name: '', colour, targetShare: Math.min(share, 20) } });
  const [create, isRunning] = useCommand(CreateRubricMutation, { form });
  return (
    <form
      className={cx(classes.row, classes.fresh)}
      onSubmit={form.onSubmit((values) => void create({ input: { clientId, ...values } }))}
    >
      <Colour value={form.values.colour} onChange={(next) => form.setFieldValue('colour', next)} />
      <TextInput
        aria-label={t('rubrics.name')}
        placeholder={t('rubrics.name')}
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <NumberInput
        aria-label={t('rubrics.share')}
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        suffix=" %"
        {...form.getInputProps('targetShare')}
      />
      <Button type="submit" loading={isRunning} className={classes.add}>
        {t('rubrics.add')}
      </Button>
    </form>
  );
}

function Colour({ value, onChange }: { value: number; onChange: (colour: number) => void }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.colour}
          aria-label={`${t('rubrics.colour')}: ${value}`}
          onClick={() => setOpen(!isOpen)}
        >
          <RubricSwatch colour={value} size="large" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.colours}>
        {[1, 2, 3, 4, 5].map((colour) => (
          <UnstyledButton
            key={colour}
            className={classes.colour}
            aria-label={t('rubrics.colourOf', { number: colour })}
            aria-pressed={colour === value}
            onClick={() => {
              onChange(colour);
              setOpen(false);
            }}
          >
            <RubricSwatch colour={colour} size="large" />
          </UnstyledButton>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
