/**
 * A page offers its PDF only where there is one. The build leaves a place for the link, hidden; once
 * the file lies beside the page, the place is filled. So nothing is asked for when the page is read,
 * and without JavaScript it works as well. A new build starts without files, and without links.
 */
import type { Paper } from '../../src/domain/paper.ts';

const BOX = 'class="pdf-offer"';
const place = (paper: Paper): RegExp => new RegExp(`<span data-pdf="${paper}" hidden>([^<]*)</span>`);
const OFFERED = /<a class="button-quiet" data-pdf="(\w+)" href="[^"]*" download>([^<]*)<\/a>/g;

/** @param address of the file, inside the site */
export const withOffer = (html: string, paper: Paper, address: string): string =>
  place(paper).test(html)
    ? html
        .replace(`${BOX} hidden`, BOX)
        .replace(
          place(paper),
          (_, label: string) => `<a class="button-quiet" data-pdf="${paper}" href="${address}" download>${label}</a>`,
        )
    : html;

/** The page as the build made it: an offer is no part of what is printed. */
export const withoutOffers = (html: string): string =>
  html.replaceAll(OFFERED, '<span data-pdf="$1" hidden>$2</span>').replaceAll(`${BOX}>`, `${BOX} hidden>`);
