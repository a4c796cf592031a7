import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-ext-400.css';
import '@fontsource/inter/latin-ext-600.css';
import '../tokens.css';
import './my.css';
import { App } from './app';
import { keepOnPhone } from './kept';
import { makeMyClient } from './my-client';
import { watchForUpdates } from './update';

/** The tokens of the console have two sets of values; here the phone chooses. */
const followThePhone = (): void => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.setAttribute('data-mantine-color-scheme', dark.matches ? 'dark' : 'light');
  follow();
  dark.addEventListener('change', follow);
};

const start = async (): Promise<void> => {
  const client = makeMyClient();
  await keepOnPhone(client);
  const place = document.getElementById('root');
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
  // What was tapped before the app was closed is under way again as soon as there is network.
  void client.resumePausedMutations();
};

followThePhone();
void start();
window.addEventListener('load', watchForUpdates);
