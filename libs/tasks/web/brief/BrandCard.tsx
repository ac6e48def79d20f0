import { brandProfileSchema, emptyBrandProfile } from '@planerka/clients/domain';
import { AppLink, Card, CardHeader, Fact, Facts, useFormat } from '@planerka/platform/web';
import { memo } from 'react';
import { useT } from '../locales';
import classes from '../page/TaskSide.module.css';

/** The brand as this brief was issued with it, or as it is today: never retyped into a brief. */
export const BrandCard = memo(function BrandCard({
  client,
  brand,
  asOf,
}: {
  client: { readonly id: string; readonly name: string };
  brand: unknown;
  /** When it was frozen into the brief. */
  asOf?: string | null;
}) {
  const t = useT();
  const format = useFormat();
  const read = brandProfileSchema.safeParse(brand ?? {});
  const profile = read.success ? read.data : emptyBrandProfile;
  const { colours, fonts, toneOfVoice, audience, stopWords, links } = profile;
  const isEmpty = [colours, fonts, toneOfVoice, audience, stopWords, links].every(({ length }) => length === 0);
  return (
    <Card label={t('page.brand', { client: client.name })}>
      <CardHeader
        title={t('page.brand', { client: client.name })}
        aside={
          asOf ? (
            t('page.brandAsOf', { day: format.day(asOf) })
          ) : (
            <AppLink href={`/clients/${client.id}`}>{t(isEmpty ? 'brand.fill' : 'brand.open')}</AppLink>
          )
        }
      />
      {isEmpty ? (
        <p className={classes.quiet}>{t('brand.empty')}</p>
      ) : (
        <div className={classes.facts}>
          <Facts look="stacked">
            {colours.length > 0 && (
              <Fact label={t('brand.colours')}>
                <span className={classes.swatches}>
                  {colours.map(({ name, hex }) => (
                    <span
                      key={hex}
                      className={classes.swatch}
                      style={{ background: hex }}
                      role="img"
                      aria-label={`${name} ${hex}`}
                      title={`${name} ${hex}`}
                    />
                  ))}
                </span>
              </Fact>
            )}
            {fonts.length > 0 && (
              <Fact label={t('brand.fonts')}>
                {fonts.map(({ name, use }) => (use ? `${name}, ${use}` : name)).join('; ')}
              </Fact>
            )}
            {toneOfVoice && (
              <Fact label={t('brand.voice')}>
                <span className={classes.pre}>{toneOfVoice}</span>
              </Fact>
            )}
            {audience && (
              <Fact label={t('brand.audience')}>
                <span className={classes.pre}>{audience}</span>
              </Fact>
            )}
            {stopWords.length > 0 && (
              <Fact label={t('brand.stopWords')}>
                {stopWords.map((word, index) => (
                  <span key={word}>
                    {index > 0 && ', '}
                    <s className={classes.struck}>{word}</s>
                  </span>
                ))}
              </Fact>
            )}
            {links.length > 0 && (
              <Fact label={t('brand.links')}>
                <ul className={classes.channels}>
                  {links.map(({ title, url }) => (
                    <li key={url}>
                      <a href={url} target="_blank" rel="noreferrer">
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              </Fact>
            )}
          </Facts>
        </div>
      )}
    </Card>
  );
});
