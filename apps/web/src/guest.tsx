import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { GuestEntry } from './GuestEntry';

const root = document.getElementById('root');
if (!root) throw new Error('guest.html has no #root');

createRoot(root).render(
  <StrictMode>
    <GuestEntry pathname={window.location.pathname} />
  </StrictMode>,
);
