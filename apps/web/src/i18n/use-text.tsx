import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { useCallback, type ReactElement } from 'react';
import type { MessageId } from './messages.js';

export type Values = Record<string, string | number | Date>;
export type Text = (id: MessageId, values?: Values) => string;

/** The text with this id in the language of the interface; the component draws again when the language changes. */
export function useText(): Text {
  const { i18n: current } = useLingui();
  const locale = current.locale;
  return useCallback((id, values) => (locale ? current._(id, values) : ''), [current, locale]);
}

/** For code outside components (toasts, announcements): the text at this moment. */
export const textNow: Text = (id, values) => i18n._(id, values);

/** A text with marked parts: `<0>…</0>` in the message is drawn by `parts[0]`. */
export function Rich({ id, values, parts }: { id: MessageId; values?: Values; parts: Record<number, ReactElement> }) {
  return <Trans id={id} values={values} components={parts} />;
}
