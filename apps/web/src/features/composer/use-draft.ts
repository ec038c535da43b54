import type { Status } from '@roost/contracts';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import {
  draftKey,
  dropDraft,
  readDraft,
  readDraftImages,
  tellDraft,
  writeDraft,
  writeDraftImages,
  type DraftEvent,
} from './draft.js';
import type { OutboxImage } from './outbox.js';

export interface DraftState {
  text: string;
  /** Null while there is no content warning. */
  spoiler: string | null;
  visibility: Status['visibility'];
  language: string | null;
  images: OutboxImage[];
}

interface DraftOptions {
  accountId: string;
  place: string;
  /** What an untouched composer starts with. */
  initial: Omit<DraftState, 'images'>;
}

const saveAfter = 500;

/** What is being written, kept on the device half a second after the last key and restored without a question. */
export function useDraft({ accountId, place, initial }: DraftOptions) {
  const key = draftKey(accountId, place);
  const self = useId();
  const untouched = useRef(initial);
  untouched.current = initial;
  const read = useCallback((): { state: DraftState; at: number | null } => {
    const kept = readDraft(key);
    return {
      state: {
        text: kept?.text ?? untouched.current.text,
        spoiler: kept ? kept.spoiler : untouched.current.spoiler,
        visibility: kept?.visibility ?? untouched.current.visibility,
        language: kept?.language ?? untouched.current.language,
        images: [],
      },
      at: kept && (kept.text.trim() !== '' || kept.images) ? kept.at : null,
    };
  }, [key]);
  const [{ state, at: restoredAt }, setAll] = useState(read);
  const [saved, setSaved] = useState(false);
  const touched = useRef(false);
  const latest = useRef(state);
  latest.current = state;

  const loadImages = useCallback(async () => {
    if (!readDraft(key)?.images) return;
    const images = await readDraftImages(key);
    setAll((before) => (before.state.images.length > 0 ? before : { ...before, state: { ...before.state, images } }));
  }, [key]);
  useEffect(() => void loadImages(), [loadImages]);

  const save = useCallback(() => {
    if (!touched.current) return;
    touched.current = false;
    const { images, ...rest } = latest.current;
    writeDraft(key, { ...rest, at: Date.now(), images: images.length > 0 });
    writeDraftImages(key, images);
    tellDraft(key, self);
    setSaved(true);
  }, [key, self]);
  useEffect(() => {
    const timer = setTimeout(save, saveAfter);
    return () => clearTimeout(timer);
  }, [state, save]);
  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  // Undoing a post puts its text back into this place; and the same place may be open twice, on the page and in a dialog.
  useEffect(() => {
    const onDraft = (event: Event) => {
      const { key: changed, from } = (event as DraftEvent).detail;
      if (changed !== key || from === self) return;
      touched.current = false;
      setAll(read());
      void loadImages();
    };
    addEventListener('roost:draft', onDraft);
    return () => removeEventListener('roost:draft', onDraft);
  }, [key, self, read, loadImages]);

  const change = useCallback((patch: Partial<DraftState> | ((before: DraftState) => Partial<DraftState>)) => {
    touched.current = true;
    setSaved(false);
    setAll((before) => ({
      at: null,
      state: { ...before.state, ...(typeof patch === 'function' ? patch(before.state) : patch) },
    }));
  }, []);
  const clear = useCallback(() => {
    touched.current = false;
    dropDraft(key);
    tellDraft(key, self);
    setSaved(false);
    setAll({ at: null, state: { ...untouched.current, images: [] } });
  }, [key, self]);
  return { state, change, clear, restoredAt, saved };
}
