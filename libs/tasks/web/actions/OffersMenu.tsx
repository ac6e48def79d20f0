import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@planerka/platform/web';
import { isDangerous, useOfferWords } from './offer-words';
import type { Offer } from './use-task-actions';

/** The keyboard's way to what dragging does, and to what has no button of its own. */
export function OffersMenu({
  label,
  offers,
  onChoose,
}: {
  label: string;
  offers: readonly Offer[];
  onChoose: (offer: Offer) => void;
}) {
  const words = useOfferWords();
  if (offers.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size="sm" aria-label={label} onPointerDown={(event) => event.stopPropagation()}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offers.map((offer) => (
          <Menu.Item
            key={offer.action}
            {...(isDangerous(offer.action) ? { color: 'danger' } : {})}
            onClick={() => onChoose(offer)}
          >
            {words(offer)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
