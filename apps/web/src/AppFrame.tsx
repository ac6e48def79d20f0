import { Outlet } from '@tanstack/react-router';

/** The shell around the desk's pages. */
export function AppFrame() {
  return <Outlet />;
}
