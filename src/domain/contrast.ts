/** Contrast of two colours as WCAG 2.2 defines it. */

/** The page's ground in light and dark; the stylesheet's `--ground` has the same values. */
export const GROUNDS = { light: '#ffffff', dark: '#14181d' } as const;

const luminance = (colour: string): number => {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

/** @param a @param b colours such as `#0f766e` @returns 1 to 21 */
export const contrast = (a: string, b: string): number => {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
};
