import { letters } from './draw-letters.js';

const [WIDTH, HEIGHT] = [940, 400];
const AREA = { left: 84, right: 912, top: 92, bottom: 320 };
const INK = '#14302c';
const FAINT = '#5d6a66';
const LINE = '#e4dfd3';
const GREEN = '#0f6251';
const GREENS = ['#0f6251', '#2f7f6c'];
const BRICK = '#9a3b22';
const EMBER = '#fbe9cf';

export interface ChartSpec {
  title: string;
  kind: 'line' | 'bars';
  values: readonly number[];
  /** Below the values, spread evenly. */
  labels: readonly string[];
  /** The highest number of the scale; four steps lead there. */
  most: number;
  limit?: number;
  /** A stretch to look at, in shares of the width. */
  band?: readonly [from: number, to: number];
}

/** A small chart as people paste them. @returns an SVG of 940 x 400 */
export function drawChart(spec: ChartSpec): string {
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fffdf9"/>`,
    letters(spec.title, 30, 48, { size: 17, colour: INK, bold: true }),
    band(spec),
    scale(spec),
    spec.kind === 'line' ? line(spec) : bars(spec),
    limit(spec),
    below(spec),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`;
}

function y(value: number, { most }: ChartSpec): number {
  return AREA.bottom - (value / most) * (AREA.bottom - AREA.top);
}

function x(share: number): number {
  return AREA.left + share * (AREA.right - AREA.left);
}

function scale(spec: ChartSpec): string {
  return [0, 1, 2, 3, 4]
    .map((step) => {
      const value = (spec.most / 4) * step;
      const at = y(value, spec);
      return `<path d="M${AREA.left} ${at}H${AREA.right}" stroke="${LINE}" stroke-width="2"/>${letters(String(value), AREA.left - 14, at + 6, { size: 12, colour: FAINT, anchor: 'end' })}`;
    })
    .join('');
}

function line(spec: ChartSpec): string {
  const points = spec.values.map(
    (value, index) => `${x(index / (spec.values.length - 1)).toFixed(1)} ${y(value, spec).toFixed(1)}`,
  );
  const shade = `M${points.join('L')}L${AREA.right} ${AREA.bottom}L${AREA.left} ${AREA.bottom}Z`;
  return `<path d="${shade}" fill="${GREEN}" opacity=".08"/><path d="M${points.join('L')}" fill="none" stroke="${GREEN}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>`;
}

function bars(spec: ChartSpec): string {
  const slot = 1 / spec.values.length;
  return spec.values
    .map((value, index) => {
      const [left, right] = [x((index + 0.2) * slot), x((index + 0.8) * slot)];
      const top = y(value, spec);
      const number = letters(String(value), (left + right) / 2, top - 10, { size: 12, colour: INK, anchor: 'middle' });
      return `<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${(right - left).toFixed(1)}" height="${(AREA.bottom - top).toFixed(1)}" rx="5" fill="${GREENS[index % 2] ?? GREEN}"/>${number}`;
    })
    .join('');
}

function band({ band: stretch }: ChartSpec): string {
  if (!stretch) return '';
  const [from, to] = stretch;
  return `<rect x="${x(from)}" y="${AREA.top}" width="${x(to) - x(from)}" height="${AREA.bottom - AREA.top}" fill="${EMBER}"/>`;
}

function limit(spec: ChartSpec): string {
  if (spec.limit === undefined) return '';
  const at = y(spec.limit, spec);
  return `<path d="M${AREA.left} ${at}H${AREA.right}" stroke="${BRICK}" stroke-width="2.5" stroke-dasharray="9 8"/>${letters(`limit ${spec.limit}`, AREA.right - 96, at - 12, { size: 12, colour: BRICK, anchor: 'end' })}`;
}

function below({ kind, labels }: ChartSpec): string {
  const share = (index: number) => (kind === 'bars' ? (index + 0.5) / labels.length : index / (labels.length - 1));
  return labels
    .map((label, index) => {
      const anchor = kind === 'bars' || (index > 0 && index < labels.length - 1) ? 'middle' : index === 0 ? 'start' : 'end';
      return letters(label, x(share(index)), AREA.bottom + 36, { size: 12, colour: FAINT, anchor });
    })
    .join('');
}
