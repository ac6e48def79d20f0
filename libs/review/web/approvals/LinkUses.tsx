import { QueryView, SkeletonBar, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { LinkUsesQuery } from './approval-documents';
import classes from './ApprovalDetails.module.css';
import { useT } from './locales';

/** When and from where a link was used: asked for when somebody wants to know. */
export function LinkUses({ approvalId, linkId }: { approvalId: string; linkId: string }) {
  const t = useT();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [result, refetch] = useQuery({ query: LinkUsesQuery, variables: { approvalId }, pause: !isOpen });
  return (
    <details className={classes.uses} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('details.uses')}</summary>
      {isOpen && (
        <QueryView
          result={result}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
          select={(data) => data.approval?.links.find(({ id }) => id === linkId)?.uses}
          skeleton={<SkeletonBar width="60%" />}
        >
          {(uses) =>
            uses.length === 0 ? (
              <p>{t('details.notOpened')}</p>
            ) : (
              <ul>
                {uses.map(({ id, kind, at, ipAddress }) => (
                  <li key={id}>
                    {[format.dateTime(at), t(`details.use.${kind}`), ipAddress && t('details.from', { ip: ipAddress })]
                      .filter(Boolean)
                      .join(' · ')}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      )}
    </details>
  );
}
