import type { BrandProfile } from '@planerka/clients/domain';
import { Card, CardBody, Chip } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import classes from './BrandTab.module.css';

/** The brand profile to read: what a specialist needs beside a brief. Empty parts are left out. */
export function BrandView({ profile }: { profile: BrandProfile }) {
  const t = useT();
  const parts: [title: string, content: ReactNode][] = [
    [t('brand.positioning'), prose(profile.positioning)],
    [t('brand.audience'), prose(profile.audience)],
    [t('brand.tone'), prose(profile.toneOfVoice)],
    [t('brand.address'), profile.address && t(`brand.${profile.address}`)],
    [t('brand.sayThis'), tags(profile.sayThis)],
    [t('brand.notThat'), tags(profile.notThat)],
    [t('brand.stopWords'), tags(profile.stopWords)],
    [t('brand.hashtags'), tags(profile.hashtags)],
    [t('brand.colours'), swatches(profile.colours)],
    [t('brand.fonts'), tags(profile.fonts.map(({ name, use }) => (use ? `${name}: ${use}` : name)))],
    [t('brand.imagery'), prose(profile.imagery)],
    [t('brand.competitors'), links(profile.competitors.map(({ name, url }) => ({ title: name, url })))],
    [t('brand.links'), links(profile.links)],
  ];
  const filled = parts.filter(([, content]) => Boolean(content));
  return (
    <Card label={t('page.brand')}>
      <CardBody className={classes.fields}>
        {filled.length === 0 && t('brand.empty')}
        {filled.map(([title, content]) => (
          <section key={title} className={classes.part}>
            <h2 className={classes.partTitle}>{title}</h2>
            {content}
          </section>
        ))}
      </CardBody>
    </Card>
  );
}

const prose = (text: string) => text && <p className={classes.prose}>{text}</p>;

const tags = (words: readonly string[]) =>
  words.length > 0 && (
    <div className={classes.tags}>
      {words.map((word) => (
        <Chip key={word}>{word}</Chip>
      ))}
    </div>
  );

const swatches = (colours: BrandProfile['colours']) =>
  colours.length > 0 && (
    <div className={classes.swatches}>
      {colours.map(({ name, hex }) => (
        <span key={`${name}${hex}`} className={classes.swatch}>
          {/* the brand's own colour: data, not a token */}
          <span className={classes.colour} style={{ background: hex }} />
          {name} <span className={classes.hex}>{hex}</span>
        </span>
      ))}
    </div>
  );

const links = (all: readonly { title: string; url: string }[]) =>
  all.length > 0 && (
    <ul>
      {all.map(({ title, url }) => (
        <li key={`${title}${url}`}>
          {url ? (
            <a className={classes.link} href={url} target="_blank" rel="noreferrer">
              {title || url}
            </a>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
