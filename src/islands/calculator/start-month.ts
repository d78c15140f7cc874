/** The month in which a start that is put off falls. */

/** @param today the day of a frozen library; left out, the reader's own */
export const startMonth = (delayMonths: number, locale: string, today: string | undefined): string => {
  const day = today === undefined ? new Date() : new Date(`${today}T00:00:00`);
  // The first of the month: the 31st plus a month would skip a short one.
  const start = new Date(day.getFullYear(), day.getMonth() + delayMonths, 1);
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(start);
};
