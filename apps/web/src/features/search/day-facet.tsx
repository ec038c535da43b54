import { Button } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useRef, useState, type PointerEvent } from 'react';
import { dayName, shortDate } from '../../i18n/format.js';
import { useText } from '../../i18n/use-text.js';
import { daysOf, withDays, type Days } from './edit-query.js';
import { bars, isChosen, type Bar } from './histogram.js';
import styles from './facets.module.css';

interface DayFacetProps {
  days: { day: string; posts: number }[];
  query: string;
  onSearch: (query: string) => void;
}

/** Days are those of the search, in UTC; noon keeps them the same day in every time zone. */
const dateOf = (day: string) => new Date(`${day}T12:00:00`);

/** When it was posted: bars that can be brushed over, and two fields that say the same without a pointer. */
export function DayFacet({ days, query, onSearch }: DayFacetProps) {
  const t = useText();
  const { i18n } = useLingui();
  const chosen = daysOf(query);
  const drawn = bars(days);
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null);
  const choose = (next: Days) => onSearch(withDays(query, next));
  const shown = brush ? range(drawn, brush) : chosen;
  const most = drawn.reduce<Bar | undefined>((best, bar) => (best && best.posts >= bar.posts ? best : bar), undefined);
  const [first, last] = [drawn[0], drawn.at(-1)];
  return (
    <fieldset className={styles.group}>
      <legend>{t('search.facet.when')}</legend>
      {(chosen.since ?? chosen.until) !== null && (
        <Button size="small" look="quiet" className={styles.reset} onClick={() => choose({ since: null, until: null })}>
          {t('search.facet.reset')}
        </Button>
      )}
      {first && last && most && (
        <>
          <Plot
            drawn={drawn}
            isLit={(bar) => isChosen(bar, shown)}
            limited={shown.since !== null || shown.until !== null}
            label={t('search.facet.plot', {
              from: shortDate(dateOf(first.from), i18n.locale),
              to: shortDate(dateOf(last.to), i18n.locale),
              day: dayName(dateOf(most.from), i18n.locale),
              count: most.posts,
            })}
            brush={brush}
            onBrush={setBrush}
            onDone={(done) => {
              setBrush(null);
              choose(range(drawn, done));
            }}
          />
          <p className={styles.ends} aria-hidden="true">
            <span>{shortDate(dateOf(first.from), i18n.locale)}</span>
            <span>{shortDate(dateOf(last.to), i18n.locale)}</span>
          </p>
        </>
      )}
      <div className={styles.fields}>
        {(['since', 'until'] as const).map((end) => (
          <label key={end}>
            <span>{t(`search.facet.${end}`)}</span>
            <input
              type="date"
              // A day is typed digit by digit: it counts once the field is left or confirmed.
              key={`${end}${chosen[end] ?? ''}`}
              defaultValue={chosen[end] ?? ''}
              onBlur={(event) => {
                const day = event.target.value || null;
                if (day !== chosen[end]) choose({ ...chosen, [end]: day });
              }}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function range(drawn: readonly Bar[], { from, to }: { from: number; to: number }): Days {
  return { since: drawn[Math.min(from, to)]?.from ?? null, until: drawn[Math.max(from, to)]?.to ?? null };
}

interface PlotProps {
  drawn: readonly Bar[];
  isLit: (bar: Bar) => boolean;
  limited: boolean;
  label: string;
  brush: { from: number; to: number } | null;
  onBrush: (brush: { from: number; to: number } | null) => void;
  onDone: (brush: { from: number; to: number }) => void;
}

const width = 200;
const height = 46;

function Plot({ drawn, isLit, limited, label, brush, onBrush, onDone }: PlotProps) {
  const plot = useRef<SVGSVGElement>(null);
  const step = width / drawn.length;
  const most = Math.max(1, ...drawn.map((bar) => bar.posts));
  const at = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box) return 0;
    const part = (event.clientX - box.left) / box.width;
    const index = Math.floor((getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - part : part) * drawn.length);
    return Math.min(drawn.length - 1, Math.max(0, index));
  };
  const lit = drawn.flatMap((bar, index) => (isLit(bar) ? [index] : []));
  const [start, end] = [lit[0], lit.at(-1)];
  return (
    <svg
      ref={plot}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={styles.plot}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        onBrush({ from: at(event), to: at(event) });
      }}
      onPointerMove={(event) => brush && onBrush({ ...brush, to: at(event) })}
      onPointerUp={(event) => brush && onDone({ ...brush, to: at(event) })}
      onPointerCancel={() => onBrush(null)}
    >
      {limited && start !== undefined && end !== undefined && (
        <>
          <rect x={start * step} y="0" width={(end - start + 1) * step} height={height} className={styles.chosen} />
          <path d={`M${start * step} 0V${height}M${(end + 1) * step} 0V${height}`} className={styles.edge} />
        </>
      )}
      {drawn.map((bar, index) => {
        const tall = bar.posts === 0 ? 0.5 : Math.max(2, (bar.posts / most) * (height - 4));
        return (
          <rect
            key={bar.from}
            x={index * step + step * 0.12}
            y={height - tall}
            width={step * 0.76}
            height={tall}
            className={isLit(bar) ? styles.lit : styles.dim}
          />
        );
      })}
    </svg>
  );
}
