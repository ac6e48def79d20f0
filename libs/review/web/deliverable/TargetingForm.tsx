import { ActionIcon, Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconPlus, IconTrash } from '@planerka/platform/web';
import type { TargetingBrief, TargetingContent } from '@planerka/tasks/domain';
import { StopRuleChecklist, useStopRuleWords } from '@planerka/tasks/web/ads';
import { useT } from '../locales';
import type { FilesOfForm } from './DesignForm';
import { emptyAd } from './empty-content';
import { FilesField } from './FilesField';
import type { ContentFormProps } from './SubmissionForm';
import classes from './SubmissionForm.module.css';

type Ad = TargetingContent['ads'][number];
type TextField = 'campaignName' | 'cabinetUrl' | 'utmSample';

/** «12 500,50» as people type it → «12500.50» as the wire takes it. */
const decimalOf = (text: string): string | null => text.replace(/[\s\u00a0]/g, '').replace(',', '.') || null;

/** The campaign as it was set up in the advertising cabinet, field by field. */
export function TargetingForm({
  content,
  brief,
  onChange,
  errorAt,
  taskId,
  files,
  onUploading,
}: ContentFormProps<'targeting'> & FilesOfForm & { brief: TargetingBrief }) {
  const t = useT();
  const sentence = useStopRuleWords();
  const asked = new Set(brief.stopRules.map(sentence));
  const ticked = content.stopRules.filter((rule) => asked.has(rule));
  const own = content.stopRules.filter((rule) => !asked.has(rule));
  const { ads } = content;
  const set = (changes: Partial<TargetingContent>) => onChange({ ...content, ...changes });
  const setAd = (index: number, changes: Partial<Ad>) => {
    const ad = ads[index];
    if (ad) set({ ads: ads.with(index, { ...ad, ...changes }) });
  };
  const text = (field: TextField, isLink = false) => (
    <TextInput
      label={t(`targeting.${field}`)}
      data-path={`content.${field}`}
      maxLength={isLink ? 2_048 : 500}
      value={content[field]}
      error={errorAt(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      {...(isLink ? { inputMode: 'url' as const, placeholder: 'https://' } : {})}
    />
  );
  const day = (field: 'startsOn' | 'endsOn') => (
    <DateInput
      label={t(`targeting.${field}`)}
      clearable
      valueFormat="DD.MM.YYYY"
      value={content[field]}
      error={errorAt(field)}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <>
      <div className={classes.two}>
        {text('campaignName')}
        {text('cabinetUrl', true)}
      </div>
      <div className={classes.two}>
        {day('startsOn')}
        {day('endsOn')}
        <TextInput
          label={t('targeting.totalLimit')}
          inputMode="decimal"
          data-path="content.totalLimit"
          value={content.totalLimit ?? ''}
          error={errorAt('totalLimit')}
          onChange={(event) => set({ totalLimit: decimalOf(event.currentTarget.value) })}
        />
      </div>
      <div className={classes.part}>
        <span className={classes.label}>{t('targeting.ads')}</span>
        {ads.map((ad, index) => (
          <fieldset key={index} className={classes.ad} aria-label={t('targeting.ad', { number: index + 1 })}>
            <div className={classes.adHead}>
              <span className={classes.quiet}>{t('targeting.ad', { number: index + 1 })}</span>
              <ActionIcon
                aria-label={t('targeting.removeAd', { number: index + 1 })}
                onClick={() => set({ ads: ads.toSpliced(index, 1) })}
              >
                <IconTrash />
              </ActionIcon>
            </div>
            <div className={classes.two}>
              {(['name', 'segment', 'creative', 'erid'] as const).map((field) => (
                <TextInput
                  key={field}
                  label={t(`targeting.${field}`)}
                  maxLength={500}
                  value={ad[field]}
                  error={errorAt(`ads.${index}.${field}`)}
                  onChange={(event) => setAd(index, { [field]: event.currentTarget.value })}
                />
              ))}
              <TextInput
                label={t('targeting.dailyLimit')}
                inputMode="decimal"
                value={ad.dailyLimit ?? ''}
                error={errorAt(`ads.${index}.dailyLimit`)}
                onChange={(event) => setAd(index, { dailyLimit: decimalOf(event.currentTarget.value) })}
              />
            </div>
          </fieldset>
        ))}
        <div>
          <Button size="xs" leftSection={<IconPlus />} onClick={() => set({ ads: [...ads, emptyAd] })}>
            {t('targeting.addAd')}
          </Button>
        </div>
      </div>
      {text('utmSample', true)}
      <Checkbox
        label={t('targeting.isTrackingChecked')}
        checked={content.isTrackingChecked}
        onChange={(event) => set({ isTrackingChecked: event.currentTarget.checked })}
      />
      {brief.stopRules.length > 0 && (
        <StopRuleChecklist
          rules={brief.stopRules}
          ticked={ticked}
          onChange={(next) => set({ stopRules: [...next, ...own] })}
        />
      )}
      <Textarea
        label={t(brief.stopRules.length > 0 ? 'targeting.otherRules' : 'targeting.stopRules')}
        description={t('targeting.stopRulesHint')}
        autosize
        minRows={2}
        value={own.join('\n')}
        error={errorAt('stopRules')}
        onChange={(event) => set({ stopRules: [...ticked, ...event.currentTarget.value.split('\n')] })}
      />
      <Textarea
        label={t('targeting.notes')}
        autosize
        minRows={2}
        value={content.notes}
        error={errorAt('notes')}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
      <FilesField
        label={t('submit.screenshots')}
        taskId={taskId}
        ids={content.fileIds}
        files={files}
        error={errorAt('fileIds')}
        onChange={(fileIds) => set({ fileIds: [...fileIds] })}
        onUploading={onUploading}
      />
    </>
  );
}
