import { Button } from '@mantine/core';
import {
  Fact,
  Facts,
  graphql,
  IconPrint,
  Page,
  PageHeader,
  QueryView,
  RichTextView,
  useFormat,
  usePathParam,
  usePlatformText,
  networkOf,
  type ResultOf,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ApprovalDetailsFragment } from '../approvals/approval-documents';
import { isCode } from '../approvals/approval-words';
import classes from './CertificatePage.module.css';
import { useT } from '../approvals/locales';

const CertificateQuery = graphql(
  `
    query ApprovalCertificate($id: ID!) {
      approvalCertificate(id: $id) {
        agencyName
        contentHash
        approval {
          ...ApprovalDetails
        }
        posts {
          id
          title
          publishAt
          channels {
            network
            title
          }
          texts {
            network
            body
          }
          media {
            id
            kind
            url
            previewUrl
          }
          campaign {
            name
            startsOn
            endsOn
            totalLimit
          }
        }
      }
    }
  `,
  [ApprovalDetailsFragment],
);

type Certificate = NonNullable<ResultOf<typeof CertificateQuery>['approvalCertificate']>;

/** A sheet to print and keep: who decided what, when and from where, and exactly what was shown to them. */
export function CertificatePage() {
  const t = useT();
  const id = usePathParam('approvalId') ?? '';
  const [result, refetch] = useQuery({ query: CertificateQuery, variables: { id } });
  return (
    <Page>
      <div className={classes.screenOnly}>
        <PageHeader
          title={t('certificate.title')}
          actions={
            <Button variant="filled" leftSection={<IconPrint />} onClick={() => window.print()}>
              {t('certificate.print')}
            </Button>
          }
        />
      </div>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.approvalCertificate}
      >
        {(certificate) => <Sheet certificate={certificate} />}
      </QueryView>
    </Page>
  );
}

function Sheet({ certificate: { approval, agencyName, contentHash, posts } }: { certificate: Certificate }) {
  const t = useT();
  const format = useFormat();
  const { title, client, state, stateReason, sentAt, sentBy, round, includedRounds, subjects, decisions } = approval;
  return (
    <article className={classes.sheet} aria-label={t('certificate.title')}>
      <header>
        <p className={classes.quiet}>{t('certificate.from', { agency: agencyName, client: client.name })}</p>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.state}>
          {t(`state.${state}`)}
          {isCode(stateReason) && ` · ${t(`reason.${stateReason}`)}`}
        </p>
      </header>
      <Facts look="stacked">
        <Fact label={t('certificate.sent')}>{`${format.dateTime(sentAt)}, ${sentBy}`}</Fact>
        <Fact label={t('certificate.round')}>
          {t('certificate.roundOf', { used: round - 1, included: includedRounds })}
        </Fact>
        <Fact label={t('certificate.works')}>
          {subjects
            .map((one) => `${one.title} (${t('details.version', { number: one.deliverableNumber })})`)
            .join('; ')}
        </Fact>
        <Fact label={t('certificate.hash')}>
          <code className={classes.hash}>{contentHash}</code>
        </Fact>
      </Facts>
      <section className={classes.part}>
        <h3>{t('details.decisions')}</h3>
        {decisions.length === 0 && <p className={classes.quiet}>{t('certificate.nobody')}</p>}
        {decisions.map((one) => (
          <div key={one.id} className={classes.decision}>
            <p>
              <b>{one.contactName}</b> — {t(`details.${one.kind}`)}, {format.dateTime(one.decidedAt)} ({format.timeZone}
              )
            </p>
            {one.comment !== '' && <p className={classes.comment}>{one.comment}</p>}
            <p className={classes.quiet}>
              {[one.ipAddress && t('details.from', { ip: one.ipAddress }), one.userAgent].filter(Boolean).join(' · ')}
            </p>
            <p className={classes.quiet}>
              {t('certificate.decidedOn')} <code className={classes.hash}>{one.contentHash}</code>
            </p>
            {one.voidedAt && (
              <p>
                {t('certificate.voided', { at: format.dateTime(one.voidedAt) })}
                {one.voidReason && isCode(one.voidReason) && `: ${t(`reason.${one.voidReason}`).toLowerCase()}`}
              </p>
            )}
          </div>
        ))}
      </section>
      <section className={classes.part}>
        <h3>{t('certificate.shown')}</h3>
        {posts.map((post) => (
          <ShownPost key={post.id} post={post} />
        ))}
      </section>
    </article>
  );
}

function ShownPost({
  post: { title, publishAt, channels, texts, media, campaign },
}: {
  post: Certificate['posts'][number];
}) {
  const t = useT();
  const platform = usePlatformText();
  const format = useFormat();
  const places = channels.map(({ network, title: name }) => `${platform(`network.${networkOf(network)}`)}: ${name}`);
  return (
    <div className={classes.post}>
      <h4>{title}</h4>
      <p className={classes.quiet}>
        {[publishAt && format.dateTime(publishAt), ...places].filter(Boolean).join(' · ')}
      </p>
      {texts.map(({ network, body }) => (
        <div key={network ?? ''}>
          {network && <p className={classes.quiet}>{platform(`network.${networkOf(network)}`)}</p>}
          <RichTextView value={body} />
        </div>
      ))}
      {campaign && (
        <p>
          {[campaign.name, campaign.startsOn && campaign.endsOn && format.range(campaign.startsOn, campaign.endsOn)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <div className={classes.media}>
        {media
          .filter(({ kind }) => kind === 'IMAGE')
          .map(({ id, url, previewUrl }, index) => (
            <img key={id} src={previewUrl ?? url} alt={t('certificate.picture', { index: index + 1, title })} />
          ))}
      </div>
    </div>
  );
}
