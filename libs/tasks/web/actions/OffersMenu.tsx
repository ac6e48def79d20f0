import { Menu } from '@mantine/core';
import { cx, IconDots } from '@planerka/platform/web';
import { useEffect, useRef, useState } from 'react';
import { isDangerous, useOfferWords } from './offer-words';
import classes from './OffersMenu.module.css';
import type { Offer } from './use-task-actions';

export interface OffersMenuProps {
  label: string;
  offers: readonly Offer[];
  onChoose: (offer: Offer) => void;
}

/** The keyboard's way to what dragging does, and to what has no button of its own. */
export function OffersMenu(props: OffersMenuProps) {
  const [isWanted, setWanted] = useState(false);
  if (props.offers.length === 0) return null;
  // The menu behind it is made when it is asked for: a board has one for each card.
  return isWanted ? <OpenedMenu {...props} /> : <DotsButton label={props.label} onClick={() => setWanted(true)} />;
}

function OpenedMenu({ label, offers, onChoose }: OffersMenuProps) {
  const words = useOfferWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // It opens once it is there, from the button that has the focus: the focus comes back to it.
  useEffect(() => {
    button.current?.focus();
    const frame = requestAnimationFrame(() => setOpen(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Menu position="bottom-end" withinPortal opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <DotsButton ref={button} label={label} />
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

/** A plain button: a page of a list has a hundred of them, and the kit's costs as much as the rest of the line. */
function DotsButton({ label, className, ...rest }: { label: string } & React.ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={cx(classes.dots, className)}
      aria-label={label}
      aria-haspopup="menu"
      onPointerDown={(event) => event.stopPropagation()}
      {...rest}
    >
      <IconDots />
    </button>
  );
}
