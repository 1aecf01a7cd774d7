import '@patternfly/react-core/dist/styles/base.css';
import './app/brand.css';
import './app/app.css';
import './app/hero.css';
import './app/keys.css';
import './app/tiles.css';
import './desk/call.css';
import './desk/dial.css';
import './desk/outcome.css';
import './desk/red.css';
import './app/i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Crash } from './app/Crash';

// "always": a request without network fails and is shown as failed, instead of waiting unseen.
const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, gcTime: 60_000 },
    mutations: { networkMode: 'always', retry: false, gcTime: 0 },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('no root');
createRoot(root).render(
  <StrictMode>
    <Crash>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </Crash>
  </StrictMode>,
);
