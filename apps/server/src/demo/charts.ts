import type { ChartSpec } from './draw-chart.js';
import { Chance } from './random.js';

export interface Described<Thing> {
  description: string;
  of: Thing;
}

/** Values that tremble around a level. */
function calm(seed: number, count: number, level: number, tremble: number): number[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => level + (chance.next() - 0.5) * 2 * tremble);
}

/** Temperature of a bay whose door stands open for a while. */
function openDoor(): number[] {
  return calm(4, 49, 2.1, 0.25).map((value, hour) => {
    if (hour < 15 || hour > 36) return value;
    return hour < 19
      ? 2 + (hour - 14) * 1.15
      : hour < 31
        ? value + 4.8 - (hour - 19) * 0.06
        : Math.max(2.2, 6.6 - (hour - 30) * 0.8);
  });
}

/** A queue that grows until somebody mends the cause. */
function mended(): number[] {
  return calm(9, 40, 0, 12).map((value, index) => Math.max(8, value + (index < 26 ? 60 + index * 12 : 60)));
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const SITES = ['Lille', 'Lyon', 'Leeds', 'Antwerp', 'Ghent'];
const NIGHT = ['20:00', '00:00', '04:00', '08:00'];

/** The charts that people at Halvane show each other. */
export const CHARTS: Record<string, Described<ChartSpec>> = {
  'dock-4': {
    description:
      'Line chart: bay temperature at Dock 4 over the night. It rises from 2 to 7 °C while the seal is changed, stays below the limit of 8 and falls back to 2.',
    of: {
      title: 'Dock 4, bay temperature, °C',
      kind: 'line',
      values: openDoor(),
      labels: NIGHT,
      most: 8,
      limit: 8,
      band: [0.31, 0.65],
    },
  },
  rehearsal: {
    description: 'Bar chart: hours each rehearsal took. 9, 8, 7, 6 and in the last one 5.',
    of: { title: 'Hours per rehearsal', kind: 'bars', values: [9, 8, 7, 6, 5], labels: ['R1', 'R2', 'R3', 'R4', 'R5'], most: 12 },
  },
  excursions: {
    description: 'Bar chart: excursions above 8 °C by month. 7, 5, 4, 2, 1, then three months with none.',
    of: {
      title: 'Excursions above 8 °C, by month',
      kind: 'bars',
      values: [7, 5, 4, 2, 1, 0, 0, 0],
      labels: ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'],
      most: 8,
    },
  },
  curtain: {
    description: 'Bar chart: warm air through bay 9 in cubic metres an hour. 610 before the curtain, 400 after.',
    of: { title: 'Bay 9, warm air, m3 an hour', kind: 'bars', values: [610, 400], labels: ['Before', 'After'], most: 800 },
  },
  punctuality: {
    description: 'Bar chart: on time in full by depot, in percent. Lille 96, Lyon 95, Leeds 97, Antwerp 94, Ghent 99.',
    of: { title: 'On time in full, %', kind: 'bars', values: [96, 95, 97, 94, 99], labels: SITES, most: 100 },
  },
  electric: {
    description: 'Bar chart: kilowatt-hours the electric tractor used each day. 212, 198, 205, 201 and 266 on Friday.',
    of: { title: 'Electric tractor, kWh a day', kind: 'bars', values: [212, 198, 205, 201, 266], labels: WEEKDAYS, most: 400 },
  },
  accruals: {
    description: 'Bar chart: accruals without a PO number by week. 41, 38, 40, 17, 9, 4.',
    of: {
      title: 'Accruals without a PO number',
      kind: 'bars',
      values: [41, 38, 40, 17, 9, 4],
      labels: ['W41', 'W42', 'W43', 'W44', 'W45', 'W46'],
      most: 48,
    },
  },
  queue: {
    description:
      'Line chart: parcels waiting at the sorter over the night. The queue grows to 370, then drops to 60 at three o’clock.',
    of: {
      title: 'Sorter, parcels waiting',
      kind: 'line',
      values: mended(),
      labels: ['22:00', '00:00', '02:00', '04:00', '06:00'],
      most: 400,
    },
  },
  calls: {
    description: 'Histogramme : appels par heure, de 8 h à 16 h. Le pic est à 10 h avec 96 appels.',
    of: {
      title: 'Appels par heure',
      kind: 'bars',
      values: [31, 52, 96, 64, 40, 35, 44, 38],
      labels: ['8 H', '9 H', '10 H', '11 H', '13 H', '14 H', '15 H', '16 H'],
      most: 120,
    },
  },
  frozen: {
    description: 'Courbe : chambre 2 pendant la nuit, 22 degrés sous zéro sans écart visible.',
    of: { title: 'Chambre 2, degrés sous zéro', kind: 'line', values: calm(22, 60, 22, 0.5), labels: NIGHT, most: 28 },
  },
  energy: {
    description:
      'Histogramme : énergie de Lille par mois, en mégawattheures. De 88 en avril à 61 en octobre, la baisse commence en juillet.',
    of: {
      title: 'Lille, énergie, MWh',
      kind: 'bars',
      values: [88, 86, 89, 74, 66, 63, 61],
      labels: ['Avr', 'Mai', 'Juin', 'Juil', 'Août', 'Sept', 'Oct'],
      most: 100,
    },
  },
  picks: {
    description: 'Line chart: lines picked an hour over twenty days. About 420 until the ninth day, about 520 after.',
    of: {
      title: 'Lines picked an hour',
      kind: 'line',
      values: [...calm(5, 8, 420, 18), 470, ...calm(6, 11, 522, 16)],
      labels: ['Day 1', 'Day 5', 'Day 10', 'Day 15', 'Day 20'],
      most: 600,
      band: [0.4, 1],
    },
  },
  trailers: {
    description: 'Bar chart: trailers that waited more than 30 minutes. Monday 4, Tuesday 6, Wednesday 17, Thursday 5, Friday 7.',
    of: { title: 'Waited over 30 min', kind: 'bars', values: [4, 6, 17, 5, 7], labels: WEEKDAYS, most: 20 },
  },
  'near-misses': {
    description: 'Bar chart: near misses reported by month, from 21 in January to 64 in October.',
    of: {
      title: 'Near misses reported',
      kind: 'bars',
      values: [21, 24, 30, 33, 41, 40, 48, 52, 57, 64],
      labels: ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O'],
      most: 80,
    },
  },
  vaccination: {
    description: 'Bar chart: people vaccinated by site, in percent. Lille 61, Lyon 58, Leeds 64, Antwerp 39, Ghent 66.',
    of: { title: 'Vaccinated, % of us', kind: 'bars', values: [61, 58, 64, 39, 66], labels: SITES, most: 100 },
  },
  response: {
    description:
      'Line chart: response time of the warehouse system during the rehearsal, about 120 milliseconds with one bump to 300.',
    of: {
      title: 'WMS 4, response time, ms',
      kind: 'line',
      values: calm(12, 50, 120, 16).map((value, index) =>
        index > 29 && index < 35 ? value + 180 - Math.abs(32 - index) * 60 : value,
      ),
      labels: ['00:00', '02:00', '04:00', '06:00'],
      most: 400,
    },
  },
};
