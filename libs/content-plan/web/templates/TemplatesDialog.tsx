import { Modal } from '@mantine/core';
import { usePlatformText } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import type { Day } from '../plan/days';
import { SaveTemplateForm } from './SaveTemplateForm';
import { TemplateFit } from './TemplateFit';
import { TemplateList } from './TemplateList';
import type { PlanTemplate } from './templates.documents';

export interface TemplatesDialogProps {
  clientId: string;
  /** "2026-12": the shown one. */
  month: string;
  /** Where a publication would come to stand. */
  day: Day;
  /** Opens with keeping the shown month. */
  saves?: boolean;
  /** The month has something to keep. */
  canSave: boolean;
  onClose: () => void;
  /** The month in which it has been made. */
  onDone: (month: string) => void;
}

type Step = { readonly kind: 'list' | 'save' } | { readonly kind: 'fit'; readonly template: PlanTemplate };

/** Templates of publications and months: chosen, looked at as they would stand, made; renamed and put away. */
export function TemplatesDialog({
  clientId,
  month,
  day,
  saves = false,
  canSave,
  onClose,
  onDone,
}: TemplatesDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const [step, setStep] = useState<Step>({ kind: saves ? 'save' : 'list' });
  const title = {
    list: t('templates.title'),
    save: t('templates.saveMonth'),
    fit: step.kind === 'fit' ? step.template.name : '',
  }[step.kind];
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': words('actions.close') }}>
      {step.kind === 'list' && (
        <TemplateList
          clientId={clientId}
          onChoose={(template) => setStep({ kind: 'fit', template })}
          onSave={canSave ? () => setStep({ kind: 'save' }) : undefined}
        />
      )}
      {step.kind === 'save' && (
        <SaveTemplateForm
          clientId={clientId}
          month={month}
          onBack={saves ? onClose : () => setStep({ kind: 'list' })}
          onDone={saves ? onClose : () => setStep({ kind: 'list' })}
        />
      )}
      {step.kind === 'fit' && (
        <TemplateFit
          clientId={clientId}
          template={step.template}
          month={month}
          day={day}
          onBack={() => setStep({ kind: 'list' })}
          onDone={onDone}
        />
      )}
    </Modal>
  );
}
