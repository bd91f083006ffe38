import './lib/theme/base.css';
import './lib/theme/mantine-styles.ts';
import '@fontsource-variable/plus-jakarta-sans/wght.css';
import './lib/theme/controls.css';
import { createRoot } from 'react-dom/client';
import { Application } from './app/application.tsx';
import { startI18n } from './lib/i18n.ts';
import { siteOptions } from './lib/office.ts';
import { queryClient } from './lib/query-client.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

// Both are needed to draw anything true: the words, and whose office this is. A failure shows in the application.
await Promise.all([startI18n(), queryClient.prefetchQuery({ ...siteOptions, retry: 1 })]);
createRoot(place).render(<Application />);
