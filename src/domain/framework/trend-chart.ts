/** A small line of figures over time, with the target across it, as plain geometry: the page only draws it. */

export interface Figure {
  /** `2026-03-31` */
  on: string;
  value: number;
}

export interface TrendChart {
  width: number;
  height: number;
  /** The line, as the `points` of an SVG polyline. */
  line: string;
  /** The newest figure, at the end of the line. */
  end: { x: number; y: number };
  /** How high the target lies; undefined without one. */
  targetY: number | undefined;
}

const WIDTH = 240;
const HEIGHT = 64;
/** Room for the dot at the end, and for the thickness of lines. */
const MARGIN = 6;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A tenth of a pixel is enough, and keeps pages small. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The line begins where its lowest value is, not at nought: it shows a direction, and the figures stand beside it. */
const scale = (from: number, to: number, low: number, high: number) => (value: number) =>
  to === from ? (low + high) / 2 : low + ((value - from) / (to - from)) * (high - low);

/**
 * @param figures the earliest first
 * @returns undefined where there are not two days to draw a line between
 */
export const drawTrend = (figures: readonly Figure[], target: number | undefined): TrendChart | undefined => {
  const times = figures.map(({ on }) => timeOf(on));
  const [first] = times;
  const last = times.at(-1);
  const newest = figures.at(-1);
  if (first === undefined || last === undefined || newest === undefined || first === last) return undefined;
  const values = [...figures.map(({ value }) => value), ...(target === undefined ? [] : [target])];
  const x = scale(first, last, MARGIN, WIDTH - MARGIN);
  const y = scale(Math.min(...values), Math.max(...values), HEIGHT - MARGIN, MARGIN);
  const points = figures.map(({ on, value }) => `${rounded(x(timeOf(on)))},${rounded(y(value))}`);
  return {
    width: WIDTH,
    height: HEIGHT,
    line: points.join(' '),
    end: { x: rounded(x(last)), y: rounded(y(newest.value)) },
    targetY: target === undefined ? undefined : rounded(y(target)),
  };
};
