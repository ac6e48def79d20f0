import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router';
import { temporalLoading } from './temporal';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );

// Whoever cannot load it sees the page's own failure, with its way to try again.
if (temporalLoading) temporalLoading.then(draw, draw);
else draw();
