import { emptyBrandProfile, parseBrandProfile } from '@planerka/clients/domain';
import { type FragmentOf, graphql, Notice, readFragment, SkeletonRows, Stack } from '@planerka/platform/web';
import { lazy, Suspense } from 'react';
import { useT } from '../locales';
import { BrandView } from './BrandView';
import { LogoField, LogoField_client } from './LogoField';

// Its colours, tags and lists come to whoever opens the tab to write in it.
const BrandForm = lazy(() => import('./BrandForm').then((file) => ({ default: file.BrandForm })));

export const BrandTab_client = graphql(
  `
    fragment BrandTab_client on Client {
      id
      viewerCanEdit
      brandProfile {
        id
        data
        version
      }
      ...LogoField_client
    }
  `,
  [LogoField_client],
);

interface BrandTabProps {
  client: FragmentOf<typeof BrandTab_client>;
  onReload: () => void;
}

/** Whoever leads the client writes here and it saves itself; everyone else reads. */
export function BrandTab({ client: ref, onReload }: BrandTabProps) {
  const client = readFragment(BrandTab_client, ref);
  const { id, viewerCanEdit, brandProfile } = client;
  const t = useT();
  const read = parseBrandProfile(brandProfile?.data ?? {});
  const profile = read.ok ? read.value : emptyBrandProfile;
  if (!viewerCanEdit) {
    return (
      <Stack>
        <Notice>{t('brand.readOnly')}</Notice>
        <BrandView profile={profile} />
      </Stack>
    );
  }
  return (
    <Suspense fallback={<SkeletonRows rows={8} />}>
      <BrandForm
        clientId={id}
        profile={profile}
        version={brandProfile?.version ?? 1}
        logo={<LogoField client={client} onReload={onReload} />}
        onReload={onReload}
      />
    </Suspense>
  );
}
