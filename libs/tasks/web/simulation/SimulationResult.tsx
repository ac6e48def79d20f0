import { Button } from '@mantine/core';
import {
  Card,
  CardBody,
  CardHeader,
  cx,
  Fact,
  Facts,
  IconAlert,
  IconCheck,
  MoneyText,
  useFormat,
} from '@planerka/platform/web';
import { useHours } from '../workload/words';
import { BasisTable } from './BasisTable';
import { useT } from './locales';
import type { Simulation } from './simulation-documents';
import { SimulationTable } from './SimulationTable';
import type { Offer } from './use-offer';
import classes from './Simulation.module.css';

interface SimulationResultProps {
  simulation: Simulation;
  offer: Offer;
}

/** The answer first, then what it rests on. */
export function SimulationResult({ simulation, offer }: SimulationResultProps) {
  return (
    <>
      <Answer simulation={simulation} offer={offer} />
      {simulation.money && <Money money={simulation.money} />}
      <SimulationTable simulation={simulation} />
      <BasisTable work={simulation.work} />
    </>
  );
}

const tones = { YES: classes.yes, YES_IF: classes.if, NO: classes.no } as const;

function Answer({ simulation, offer }: SimulationResultProps) {
  const t = useT();
  const { answer, reasons, manager, squads, squadId } = simulation;
  const squad = squads.find(({ id }) => id === squadId)?.name ?? '';
  return (
    <section className={cx(classes.answer, tones[answer])} aria-live="polite" aria-label={t('title')}>
      <h2>
        {answer === 'YES' ? <IconCheck size={20} /> : <IconAlert size={20} />}
        {t(`answer.${answer}`)}
      </h2>
      {reasons.length === 0 ? (
        <p>{t('yesText', { squad })}</p>
      ) : (
        <ul>
          {reasons.map((reason, index) => (
            <Reason key={index} reason={reason} simulation={simulation} offer={offer} />
          ))}
        </ul>
      )}
      <p className={classes.manager}>
        {manager
          ? t('managerOf', { name: manager.name, clients: manager.clients, limit: manager.limit })
          : t('noManager')}
      </p>
    </section>
  );
}

/** Why, and what would make it good, to be tried by one press. */
function Reason({
  reason,
  simulation: { manager },
  offer,
}: SimulationResultProps & { reason: Simulation['reasons'][number] }) {
  const t = useT();
  const hours = useHours();
  const format = useFormat();
  const { code, discipline, feeForGoal } = reason;
  if (code === 'HOURS' && discipline) {
    const field = `${discipline.toLowerCase() as Lowercase<typeof discipline>}-help` as const;
    const help = offer.count(field) + (reason.helpHours ?? 0);
    const words = { discipline: t(`discipline.${discipline}`), hours: hours(reason.minutes ?? 0) };
    return (
      <li>
        <span>
          {reason.isMissing
            ? t('reason.missing', words)
            : t('reason.hours', {
                ...words,
                count: reason.weeks ?? 1,
                week: reason.week ? weekOf(format, reason.week) : '',
              })}
        </span>
        <Button size="compact-xs" onClick={() => offer.set({ [field]: help })}>
          {t('addHelp', { hours: format.number(help) })}
        </Button>
      </li>
    );
  }
  if (code === 'MARGIN' && feeForGoal)
    return (
      <li>
        <span>{t('reason.margin', { fee: format.money(feeForGoal) })}</span>
        <Button size="compact-xs" onClick={() => offer.set({ fee: feeForGoal.amount })}>
          {t('takeFee', { fee: format.money(feeForGoal) })}
        </Button>
      </li>
    );
  return (
    <li>
      {code === 'CLIENT_LIMIT'
        ? t('reason.limit', { name: manager?.name ?? '', clients: reason.clients ?? 0, limit: reason.limit ?? 0 })
        : t('reason.noManager')}
    </li>
  );
}

const weekOf = (format: ReturnType<typeof useFormat>, monday: string): string =>
  format.range(monday, new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10));

function Money({ money }: { money: NonNullable<Simulation['money']> }) {
  const t = useT();
  const format = useFormat();
  const { cost, profit, marginPercent, marginGoal, feeForGoal, uncounted } = money;
  return (
    <Card label={t('money')}>
      <CardHeader title={t('money')} ruled />
      <CardBody>
        <Facts>
          <Fact label={t('cost')}>
            <MoneyText value={cost} />
          </Fact>
          {profit && (
            <Fact label={t('profit')}>
              <MoneyText value={profit} />
            </Fact>
          )}
          {marginPercent !== null && (
            <Fact label={t('margin')}>
              {marginGoal === null
                ? format.percent(marginPercent, 1)
                : t('marginOf', { percent: format.percent(marginPercent, 1), goal: format.percent(marginGoal, 1) })}
            </Fact>
          )}
          <Fact label={t('feeForGoal')}>
            <MoneyText value={feeForGoal} />
          </Fact>
        </Facts>
        {uncounted.length > 0 && (
          <p className={classes.quiet}>
            {t('uncounted', { disciplines: format.list(uncounted.map((each) => t(`discipline.${each}`))) })}
          </p>
        )}
      </CardBody>
    </Card>
  );
}
