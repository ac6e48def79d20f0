import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { disciplines } from '@planerka/agency/domain';
import { itemFormats } from '@planerka/content-plan/domain';
import { Temporal } from '@planerka/platform/domain';
import { Card, CardHeader, errorText, useFormat } from '@planerka/platform/web';
import { monthsAhead } from '@planerka/tasks/domain';
import { useT } from './locales';
import type { Simulation } from './simulation-documents';
import type { Offer, OfferField } from './use-offer';
import classes from './Simulation.module.css';

interface OfferFormProps {
  offer: Offer;
  /** The last answer: it knows which squads there are, and what was taken where nothing was chosen. */
  simulation: Simulation | null;
  timeZone: string;
  seesMoney: boolean;
}

/** What the client wants and what we would add to ourselves; every change stands in the address at once. */
export function OfferForm({ offer, simulation, timeZone, seesMoney }: OfferFormProps) {
  const t = useT();
  const format = useFormat();
  const thisMonth = Temporal.Now.plainDateISO(timeZone).toPlainYearMonth();
  const months = Array.from({ length: monthsAhead + 1 }, (_, ahead) => thisMonth.add({ months: ahead }).toString());
  const amount = (field: OfferField, label: string, step = 1) => (
    <NumberInput
      key={field}
      size="xs"
      label={label}
      min={0}
      max={field.includes('-') ? 1000 : 500}
      step={step}
      clampBehavior="strict"
      allowDecimal={field.includes('-')}
      allowNegative={false}
      value={offer.count(field) || ''}
      placeholder="0"
      onChange={(value) => offer.set({ [field]: Number(value) || 0 })}
    />
  );
  return (
    <Card label={t('offer')} className={classes.form}>
      <CardHeader
        title={t('offer')}
        ruled
        aside={
          <Button size="compact-xs" variant="subtle" disabled={offer.isEmpty} onClick={offer.reset}>
            {t('reset')}
          </Button>
        }
      />
      <div className={classes.fields}>
        <Select
          size="xs"
          label={t('squad')}
          allowDeselect={false}
          data={(simulation?.squads ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={simulation?.squadId ?? null}
          onChange={(squad) => offer.set({ squad: squad ?? '' })}
        />
        <Select
          size="xs"
          label={t('start')}
          allowDeselect={false}
          data={months.map((value) => ({ value, label: format.month(value) }))}
          value={simulation?.startMonth ?? offer.input.startMonth ?? null}
          onChange={(start) => offer.set({ start: start ?? '' })}
        />
      </div>
      <fieldset className={classes.group}>
        <legend>{t('publications')}</legend>
        <div className={classes.fields}>{itemFormats.map((each) => amount(each, t(`format.${each}`)))}</div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('hours')}</legend>
        <p>{t('hoursHint')}</p>
        <div className={classes.three}>
          {disciplines.map((each) => amount(`${each}-hours`, t(`disciplineName.${wire(each)}`)))}
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('help')}</legend>
        <div className={classes.three}>
          {disciplines.map((each) => amount(`${each}-help`, t(`disciplineName.${wire(each)}`)))}
        </div>
      </fieldset>
      {seesMoney && (
        <div className={classes.group}>
          <TextInput
            size="xs"
            label={t('fee')}
            description={t('feeHint')}
            inputMode="decimal"
            value={offer.value('fee')}
            error={offer.isFeeWrong && errorText('invalid')}
            onChange={(event) => offer.set({ fee: event.currentTarget.value })}
          />
        </div>
      )}
    </Card>
  );
}

const wire = (discipline: (typeof disciplines)[number]) => discipline.toUpperCase() as Uppercase<typeof discipline>;
