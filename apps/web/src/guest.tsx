import { tokenFromPath } from '@planerka/platform/web/guest';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { GuestEntry } from './GuestEntry';

const root = document.getElementById('root');
if (!root) throw new Error('guest.html has no #root');

createRoot(root).render(
  <StrictMode>
    <GuestEntry token={tokenFromPath(window.location.pathname)} />
  </StrictMode>,
);
