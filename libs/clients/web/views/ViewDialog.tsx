import { Button, Checkbox, type CheckboxProps, Modal, TextInput, type TextInputProps } from '@mantine/core';
import { graphql, Row, Spacer, Stack, usePlatformText } from '@planerka/platform/web';
import type { FormEventHandler, ReactNode } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';

const ViewSharingQuery = graphql(`
  query ViewSharing {
    viewer {
      id
      abilities
    }
  }
`);

export interface ViewDialogProps {
  /** A view that there is already: it may be shared by who can no longer share. */
  isKept: boolean;
  isShared: boolean;
  namePlaceholder: string;
  nameProps: TextInputProps;
  shareProps: CheckboxProps;
  /** What of the page a new view keeps or leaves open. */
  children?: ReactNode;
  errors: ReactNode;
  isSaving: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
}

/** What a view is called and who has it. */
export function ViewDialog({
  isKept,
  isShared,
  namePlaceholder,
  nameProps,
  shareProps,
  children,
  errors,
  isSaving,
  onSubmit,
  onClose,
}: ViewDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const [{ data }] = useQuery({ query: ViewSharingQuery });
  const mayShare = data?.viewer?.abilities.includes('savedView.share') ?? false;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isKept ? 'rename' : 'saveTitle')}
      closeButtonProps={{ 'aria-label': words('actions.close') }}
    >
      <form onSubmit={onSubmit}>
        <Stack>
          <TextInput
            label={t('name')}
            placeholder={namePlaceholder}
            maxLength={120}
            data-autofocus
            data-path="name"
            {...nameProps}
          />
          {children}
          {(mayShare || (isKept && isShared)) && (
            <Checkbox label={t('share')} description={t('shareHint')} {...shareProps} />
          )}
          {errors}
          <Row>
            <Spacer />
            <Button variant="subtle" onClick={onClose}>
              {words('actions.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isSaving}>
              {t('submit')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}
