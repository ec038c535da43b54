import { createLazyRoute } from '@tanstack/react-router';
import { addIcons } from '@roost/ui';
import { moreShapes } from '@roost/ui/icons';
import { Shell } from './shell.js';

addIcons(moreShapes);

export const Route = createLazyRoute('/inside')({ component: Shell });
