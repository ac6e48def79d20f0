import { Button, Checkbox, ColorInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { BrandPart, emptyBrandProfile } from '@planerka/clients/domain';
import { AppLink, Card, CardBody, CardHeader, Notice } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import classes from './BrandTab.module.css';
import { EditableRows } from './EditableRows';
import { useBrandAutosave } from './use-brand-autosave';

const partLabels = {
  positioning: 'brand.positioning',
  audience: 'brand.audience',
  toneOfVoice: 'brand.tone',
  address: 'brand.address',
  sayThis: 'brand.sayThis',
  notThat: 'brand.notThat',
  stopWords: 'brand.stopWords',
  hashtags: 'brand.hashtags',
  colours: 'brand.colours',
  fonts: 'brand.fonts',
  imagery: 'brand.imagery',
  competitors: 'brand.competitors',
  links: 'brand.links',
  fileIds: 'brand.files',
  marking: 'brand.marking',
  tracking: 'brand.tracking',
} as const satisfies Record<BrandPart, string>;

/** A part as words, to compare with one's own. */
function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return part.map(textOf).join('\n');
  return typeof part === 'object' && part !== null ? Object.values(part).map(textOf).filter(Boolean).join(', ') : '';
}

export interface BrandFormProps {
  clientId: string;
  profile: typeof emptyBrandProfile;
  version: number;
  logo: ReactNode;
  onReload: () => void;
}

/** The profile as it is written: each part saves itself, and two people's words are put together. */
export function BrandForm({ clientId, profile, version, logo, onReload }: BrandFormProps) {
  const t = useT();
  const { form, state, save, isRestored, conflicts, theirs, choose } = useBrandAutosave(
    clientId,
    profile,
    version,
    onReload,
  );
  const long = (name: 'positioning' | 'audience' | 'toneOfVoice' | 'imagery', label: string, hint: string) => (
    <Textarea label={label} description={hint} autosize minRows={3} maxRows={14} {...form.getInputProps(name)} />
  );
  const tags = (name: 'sayThis' | 'notThat' | 'stopWords' | 'hashtags', label: string, hint?: string) => (
    <TagsInput
      label={label}
      {...(hint ? { description: hint } : {})}
      splitChars={name === 'stopWords' || name === 'hashtags' ? [',', ';'] : []}
      acceptValueOnBlur
      classNames={{ pill: classes.phrase ?? '' }}
      {...form.getInputProps(name)}
    />
  );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      <p className={classes.state} role="status" data-state={state}>
        {isRestored && state === 'saved' ? t('brand.restored') : t(`brand.${state}`)}
      </p>
      {conflicts.map((part) => (
        <Notice key={part} tone="warn" title={t('brand.bothChanged', { part: t(partLabels[part]) })}>
          <p className={classes.prose}>{textOf(theirs[part]) || t('brand.empty')}</p>
          <div className={classes.choice}>
            <Button size="xs" onClick={() => choose(part, 'mine')}>
              {t('brand.keepMine')}
            </Button>
            <Button size="xs" onClick={() => choose(part, 'theirs')}>
              {t('brand.takeTheirs')}
            </Button>
          </div>
        </Notice>
      ))}
      <Card label={t('brand.voice')}>
        <CardHeader title={t('brand.voice')} ruled />
        <CardBody className={classes.fields}>
          {long('positioning', t('brand.positioning'), t('brand.positioningHint'))}
          {long('audience', t('brand.audience'), t('brand.audienceHint'))}
          {long('toneOfVoice', t('brand.tone'), t('brand.toneHint'))}
          <Select
            label={t('brand.address')}
            placeholder={t('brand.anyAddress')}
            clearable
            data={[
              { value: 'formal', label: t('brand.formal') },
              { value: 'informal', label: t('brand.informal') },
            ]}
            {...form.getInputProps('address')}
          />
          {tags('sayThis', t('brand.sayThis'), t('brand.phraseHint'))}
          {tags('notThat', t('brand.notThat'), t('brand.phraseHint'))}
          {tags('stopWords', t('brand.stopWords'), t('brand.stopWordsHint'))}
          {tags('hashtags', t('brand.hashtags'))}
        </CardBody>
      </Card>
      <Card label={t('brand.look')}>
        <CardHeader title={t('brand.look')} ruled />
        <CardBody className={classes.fields}>
          {logo}
          <EditableRows
            label={t('brand.colours')}
            addLabel={t('brand.addColour')}
            rows={form.values.colours}
            onAdd={() => form.insertListItem('colours', { name: '', hex: '#0b626b' })}
            onRemove={(index) => form.removeListItem('colours', index)}
          >
            {(index) => (
              <>
                <ColorInput
                  aria-label={t('brand.colourHex')}
                  format="hex"
                  {...form.getInputProps(`colours.${index}.hex`)}
                />
                <TextInput
                  aria-label={t('brand.colourName')}
                  placeholder={t('brand.colourName')}
                  {...form.getInputProps(`colours.${index}.name`)}
                />
              </>
            )}
          </EditableRows>
          <EditableRows
            label={t('brand.fonts')}
            addLabel={t('brand.addFont')}
            rows={form.values.fonts}
            onAdd={() => form.insertListItem('fonts', { name: '', use: '' })}
            onRemove={(index) => form.removeListItem('fonts', index)}
          >
            {(index) => (
              <>
                <TextInput
                  aria-label={t('brand.fontName')}
                  placeholder={t('brand.fontName')}
                  {...form.getInputProps(`fonts.${index}.name`)}
                />
                <TextInput
                  aria-label={t('brand.fontUse')}
                  placeholder={t('brand.fontUse')}
                  {...form.getInputProps(`fonts.${index}.use`)}
                />
              </>
            )}
          </EditableRows>
          {long('imagery', t('brand.imagery'), t('brand.imageryHint'))}
        </CardBody>
      </Card>
      <Card label={t('brand.around')}>
        <CardHeader title={t('brand.around')} ruled />
        <CardBody className={classes.fields}>
          <EditableRows
            label={t('brand.competitors')}
            addLabel={t('brand.addCompetitor')}
            rows={form.values.competitors}
            onAdd={() => form.insertListItem('competitors', { name: '', url: '', note: '' })}
            onRemove={(index) => form.removeListItem('competitors', index)}
          >
            {(index) => (
              <>
                <TextInput
                  aria-label={t('brand.competitorName')}
                  placeholder={t('brand.competitorName')}
                  {...form.getInputProps(`competitors.${index}.name`)}
                />
                <TextInput
                  aria-label={t('brand.linkUrl')}
                  placeholder="https://"
                  {...form.getInputProps(`competitors.${index}.url`)}
                />
                <TextInput
                  aria-label={t('brand.note')}
                  placeholder={t('brand.note')}
                  {...form.getInputProps(`competitors.${index}.note`)}
                />
              </>
            )}
          </EditableRows>
          <EditableRows
            label={t('brand.links')}
            addLabel={t('brand.addLink')}
            rows={form.values.links}
            onAdd={() => form.insertListItem('links', { title: '', url: '' })}
            onRemove={(index) => form.removeListItem('links', index)}
          >
            {(index) => (
              <>
                <TextInput
                  aria-label={t('brand.linkTitle')}
                  placeholder={t('brand.linkTitle')}
                  {...form.getInputProps(`links.${index}.title`)}
                />
                <TextInput
                  aria-label={t('brand.linkUrl')}
                  placeholder="https://"
                  {...form.getInputProps(`links.${index}.url`)}
                />
              </>
            )}
          </EditableRows>
        </CardBody>
      </Card>
      <Card label={t('brand.tracking')}>
        <CardHeader title={t('brand.tracking')} ruled />
        <CardBody className={classes.fields}>
          <TextInput
            label={t('brand.naming')}
            description={t('brand.namingHint')}
            placeholder="{network}_{campaign}_{segment}_{creative}"
            {...form.getInputProps('tracking.naming')}
          />
          <TextInput
            label={t('brand.utm')}
            description={t('brand.utmHint')}
            placeholder="utm_source={network}&utm_medium=cpc&utm_campaign={campaign}"
            {...form.getInputProps('tracking.utm')}
          />
        </CardBody>
      </Card>
      <Card label={t('brand.marking')}>
        <CardHeader
          title={t('brand.marking')}
          aside={<AppLink href={`/marking?client=${clientId}`}>{t('brand.markingRegister')}</AppLink>}
          ruled
        />
        <CardBody className={classes.fields}>
          <Checkbox
            label={t('brand.markingWanted')}
            {...form.getInputProps('marking.isWanted', { type: 'checkbox' })}
          />
          {form.values.marking.isWanted && (
            <Checkbox
              label={t('brand.markingHolds')}
              description={t('brand.markingHoldsHint')}
              {...form.getInputProps('marking.holdsLaunch', { type: 'checkbox' })}
            />
          )}
          {form.values.marking.isWanted && (
            <div className={classes.pairs}>
              <TextInput label={t('brand.advertiser')} {...form.getInputProps('marking.advertiser')} />
              <TextInput label={t('brand.inn')} inputMode="numeric" {...form.getInputProps('marking.inn')} />
              <TextInput label={t('brand.contract')} {...form.getInputProps('marking.contract')} />
              <TextInput label={t('brand.kktu')} placeholder="30.10.1" {...form.getInputProps('marking.kktu')} />
            </div>
          )}
        </CardBody>
      </Card>
      <div>
        <Button type="submit" disabled={state === 'saved' || state === 'saving'}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
