import { Button } from '@mantine/core';
import { Row } from '@planerka/platform/web';
import { RichTextEditor } from '@planerka/platform/web/editor';
import type { CopyBrief } from '@planerka/tasks/domain';
import { useT } from '../locales';
import type { ContentFormProps } from './SubmissionForm';
import { TextFit, VariantDifference } from './text-fit/TextFit';
import { useNetworkLabel } from './use-network-label';

/** The text, and where a network wants other words, its own. */
export function CopyForm({
  content,
  onChange,
  errorAt,
  brief,
  networks,
  itemId,
}: ContentFormProps<'copy'> & { brief: CopyBrief; networks: readonly string[]; itemId: string | null }) {
  const t = useT();
  const labelOf = useNetworkLabel();
  const { text, variants } = content;
  const limits = {
    ...(brief.minLength !== null && { minLength: brief.minLength }),
    ...(brief.maxLength !== null && { maxLength: brief.maxLength }),
  };
  const free = networks
    .map((network) => network.toLowerCase())
    .filter((key) => variants.every((one) => one.network !== key));
  return (
    <>
      <RichTextEditor
        label={t('submit.text')}
        path="content.text"
        placeholder={t('submit.textPlaceholder')}
        value={text}
        minRows={12}
        isRequired
        error={errorAt('text')}
        onChange={(next) => onChange({ ...content, text: next })}
        {...limits}
      />
      {itemId !== null && networks.length > 0 && (
        <TextFit itemId={itemId} networks={networks} text={text} variants={variants} />
      )}
      {variants.map(({ network, text: own }, index) => (
        <div key={network}>
          <RichTextEditor
            label={t('submit.forNetwork', { network: labelOf(network) })}
            path={`content.variants.${index}.text`}
            value={own}
            error={errorAt(`variants.${index}.text`)}
            onChange={(next) => onChange({ ...content, variants: variants.with(index, { network, text: next }) })}
            {...limits}
          />
          <VariantDifference main={text} own={own} />
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange({ ...content, variants: variants.toSpliced(index, 1) })}
          >
            {t('submit.removeVariant', { network: labelOf(network) })}
          </Button>
        </div>
      ))}
      {networks.length > 1 && free.length > 0 && (
        <Row gap="tight">
          {free.map((network) => (
            <Button
              key={network}
              size="xs"
              variant="subtle"
              onClick={() => onChange({ ...content, variants: [...variants, { network, text }] })}
            >
              {t('submit.addVariant', { network: labelOf(network) })}
            </Button>
          ))}
        </Row>
      )}
    </>
  );
}
