/** Review dates of each owner as calendars, which mail programs and phones can subscribe to. */
import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays } from '../freshness.ts';
import { reviewFeedPath } from '../routes.ts';
import { keyOf, reviewOf, type SiteLibrary } from '../site-library.ts';
import { fill, formatDay, nameOf, type Ui } from '../ui.ts';
import { ownerName } from './owner-name.ts';

/** One asset's next review, a whole day. */
export interface ReviewEvent {
  /** The same in every build, so that a calendar moves the day instead of adding another. */
  uid: string;
  /** Day of the review, `2026-03-15`. */
  on: string;
  /** Day of the last review: the event says nothing that is younger. */
  since: string;
  title: string;
  text: string;
  url: string;
}

export interface ReviewFeed {
  owner: string;
  /** The owner as the file's name has it. */
  name: string;
  path: string;
  /** The next review first. */
  events: readonly ReviewEvent[];
}

const byDay = (a: ReviewEvent, b: ReviewEvent): number => (a.on < b.on || (a.on === b.on && a.uid < b.uid) ? -1 : 1);

/** By owner; what nobody owns, or what was never reviewed, is in no calendar. */
export const reviewFeeds = (library: SiteLibrary, ui: Ui): ReviewFeed[] => {
  const words = ui.labels.health;
  const host = new URL(ui.origin).host;
  const owned = library.assets.flatMap((asset) => {
    const { owner } = asset.data;
    const card = library.cards.get(keyOf(asset.collection, asset.id));
    const { due_on, reviewed_on } = reviewOf(asset, library.settings, library.today);
    if (!card || owner === '' || due_on === '') return [];
    const text = fill(words.event_text, {
      type: nameOf(ui, asset.collection),
      date: formatDay(reviewed_on, ui.settings.locale),
    });
    const event: ReviewEvent = {
      uid: `review-${asset.collection}-${asset.id}@${host}`,
      on: due_on,
      since: reviewed_on,
      title: fill(words.event, { title: card.title }),
      text: `${text}\n${ui.origin}${card.path}`,
      url: `${ui.origin}${card.path}`,
    };
    return [{ owner, event }];
  });
  return [...Map.groupBy(owned, ({ owner }) => owner)]
    .map(([owner, list]) => {
      const name = ownerName(owner);
      return { owner, name, path: reviewFeedPath(name), events: list.map(({ event }) => event).sort(byDay) };
    })
    .sort((a, b) => (a.owner < b.owner ? -1 : 1));
};

const SUBSCRIBERS_ASK_EVERY = 24 * 60 * 60;

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The calendar as a file. Nothing in it is of the moment: an unchanged library writes the same bytes. */
export const reviewCalendar = (ui: Ui, { owner, path, events }: ReviewFeed): string => {
  const { name } = ui.settings.brand;
  const calendar = ical({
    name: fill(ui.labels.health.calendar_name, { owner }),
    prodId: { company: name, product: 'Dealshelf' },
    url: `${ui.origin}${path}`,
    ttl: SUBSCRIBERS_ASK_EVERY,
  });
  for (const { uid, on, since, title, text, url } of events)
    calendar.createEvent({
      id: uid,
      allDay: true,
      start: midnight(on),
      // A whole day ends where the next begins.
      end: midnight(addDays(on, 1)),
      stamp: midnight(since),
      summary: title,
      description: text,
      url,
      // A reminder, not an appointment: nobody is busy all day.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
};
