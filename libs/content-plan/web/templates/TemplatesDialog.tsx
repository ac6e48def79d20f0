import { Modal, Tabs } from '@mantine/core';
import { usePlatformText } from '@planerka/platform/web';
import { useState } from 'react';
import { useT } from '../locales';
import { SeriesDialog } from '../series/SeriesDialog';
import { SeriesList } from '../series/SeriesList';
import type { SeriesStart } from '../series/series-values';
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
  /** Opens with keeping the shown month, or with what repeats. */
  opens?: 'save' | 'series' | undefined;
  /** The month has something to keep. */
  canSave: boolean;
  onClose: () => void;
  /** The month in which it has been made. */
  onDone: (month: string) => void;
}

type Step =
  | { readonly kind: 'list' | 'series' | 'save' }
  | { readonly kind: 'fit'; readonly template: PlanTemplate }
  | { readonly kind: 'repeat'; readonly start: SeriesStart };

/**
 * Templates of publications and months: chosen, looked at as they would stand, made; renamed and put away. Beside them
 * what repeats by itself.
 */
export function TemplatesDialog({ clientId, month, day, opens, canSave, onClose, onDone }: TemplatesDialogProps) {
  const t = useT();
  const words = usePlatformText();
  const [step, setStep] = useState<Step>({ kind: opens ?? 'list' });
  const title = {
    list: t('templates.title'),
    series: t('templates.title'),
    repeat: '',
    save: t('templates.saveMonth'),
    fit: step.kind === 'fit' ? step.template.name : '',
  }[step.kind];
  if (step.kind === 'repeat') {
    return <SeriesDialog clientId={clientId} start={step.start} onClose={() => setStep({ kind: 'series' })} />;
  }
  const isList = step.kind === 'list' || step.kind === 'series';
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': words('actions.close') }}>
      {isList && (
        <Tabs value={step.kind} onChange={(kind) => setStep({ kind: kind === 'series' ? 'series' : 'list' })} mb="sm">
          <Tabs.List>
            <Tabs.Tab value="list">{t('templates.title')}</Tabs.Tab>
            <Tabs.Tab value="series">{t('actions.series')}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      )}
      {step.kind === 'series' && (
        <SeriesList
          clientId={clientId}
          onEdit={({ id }) => setStep({ kind: 'repeat', start: { seriesId: id, day } })}
          onNew={() => setStep({ kind: 'repeat', start: { day } })}
        />
      )}
      {step.kind === 'list' && (
        <TemplateList
          clientId={clientId}
          onChoose={(template) => setStep({ kind: 'fit', template })}
          onRepeat={({ id }) => setStep({ kind: 'repeat', start: { templateId: id, day } })}
          onSave={canSave ? () => setStep({ kind: 'save' }) : undefined}
        />
      )}
      {step.kind === 'save' && (
        <SaveTemplateForm
          clientId={clientId}
          month={month}
          onBack={opens === 'save' ? onClose : () => setStep({ kind: 'list' })}
          onDone={opens === 'save' ? onClose : () => setStep({ kind: 'list' })}
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
