import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useAppRouterIfAny } from '../layout/use-app-router';

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link within the product: a plain anchor that the router follows without a reload. Knows no route by name. */
export function AppLink({ href, onClick, target, ...rest }: AppLinkProps) {
  const router = useAppRouterIfAny();
  return (
    <a
      href={href}
      target={target}
      onClick={(event) => {
        onClick?.(event);
        if (!router || event.defaultPrevented || target || !href.startsWith('/') || !isPlainClick(event)) return;
        event.preventDefault();
        router.history.push(href);
      }}
      {...rest}
    />
  );
}
