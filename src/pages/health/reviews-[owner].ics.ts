/** Review dates of one owner, for calendars. */
import type { APIRoute } from 'astro';
import { reviewCalendar, type ReviewFeed } from '../../domain/health/review-feeds.ts';
import { getUi, reviewFeedFiles } from '../../library/index.ts';

export const getStaticPaths = () => reviewFeedFiles();

interface Props extends Record<string, unknown> {
  view: ReviewFeed;
}

export const GET: APIRoute<Props> = async ({ props: { view } }) =>
  new Response(reviewCalendar(await getUi(), view), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
