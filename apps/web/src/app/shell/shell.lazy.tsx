import { createLazyRoute } from '@tanstack/react-router';
import { Shell } from './shell.js';

export const Route = createLazyRoute('/inside')({ component: Shell });
