import '../tokens.css';
import '../base.css';
import './stories.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as library from '../index.js';
import { moreShapes } from '../icon-shapes-more.js';
import { buttons } from './buttons.js';
import { dialogs } from './dialogs.js';
import { fields } from './fields.js';
import { marks } from './marks.js';
import { menus } from './menus.js';
import { states } from './states.js';
import type { Story } from './story.js';
import { tabLists } from './tab-lists.js';

/* The page of stories: served by the development server at /stories.html, no part of what is built. `?theme=dark` turns the light off. */

const stories: Story[] = [buttons, fields, tabLists, menus, dialogs, states, marks];
const shown = new Set(stories.flatMap((story) => story.of));
const missing = Object.keys(library).filter((name) => /^[A-Z]/u.test(name) && !shown.has(name));

function Stories() {
  return (
    <main className="stories">
      <h1>Stories</h1>
      {missing.length > 0 && <p role="alert">Without a story: {missing.join(', ')}</p>}
      {stories.map(({ name, draw: Draw }) => (
        <section key={name} aria-labelledby={`story-${name}`} className="sheet pad-s">
          <h2 id={`story-${name}`}>{name}</h2>
          <Draw />
        </section>
      ))}
    </main>
  );
}

document.documentElement.dataset['theme'] = new URLSearchParams(location.search).get('theme') ?? 'light';
library.addIcons(moreShapes);
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Stories />
    </StrictMode>,
  );
}
