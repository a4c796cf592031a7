import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './reset.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './fonts';
import './tokens.css';
import './global.css';
import { App } from './app';

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// Two hundred rules, one for each slice of the Chinese fonts: nobody waits for them to see a screen.
window.addEventListener('load', () => void import('./han-fonts'));
