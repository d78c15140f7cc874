/** The state of the desk: what is said of the deal, what that is answered with, and what is remembered. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answerDeal, assetsIn, type DealAnswer } from '../../domain/deal/answer.ts';
import type { Briefs } from '../../domain/deal/briefs-file.ts';
import { NOTHING_SAID, type DealContext } from '../../domain/deal/context.ts';
import { readDeal, writeDeal, type UnknownTerm } from '../../domain/deal/deal-address.ts';
import type { Desk } from '../../domain/deal/desk.ts';
import { createNames, loadBriefs, loadDesk, type Names } from './desk-files.ts';
import type { DealProps } from './props.ts';
import { forgetDeal, forgetDeals, recentDeals, rememberDeal } from './recent-deals.ts';

export interface Loaded {
  desk: Desk;
  names: Names;
  briefs: Briefs;
}

/** A deal with its answer: what the page shows. */
export interface Answered extends Loaded {
  context: DealContext;
  answer: DealAnswer<number>;
}

export interface Deal {
  state: 'loading' | 'unavailable' | 'ready';
  context: DealContext;
  answered: Answered | undefined;
  /** Of the address, what is not known here. */
  unknown: readonly UnknownTerm[];
  /** Titles of some assets cannot be loaded. */
  namesFailed: boolean;
  /** As query parts of addresses, the latest first. */
  recent: readonly string[];
  change: (change: Partial<DealContext>) => void;
  open: (deal: string) => void;
  clear: () => void;
  forget: (deal: string) => void;
  forgetAll: () => void;
}

const pad = (number: number): string => String(number).padStart(2, '0');

const localDay = (now: Date): string => `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

const toAddress = (deal: string): string => (deal === '' ? location.pathname : `${location.pathname}?${deal}`);

/** What the address says; read again when the reader goes back or forward. */
const useAddress = (desk: Desk | undefined) => {
  const [said, setSaid] = useState<{ context: DealContext; unknown: readonly UnknownTerm[] }>();
  useEffect(() => {
    if (!desk) return;
    const read = () => setSaid(readDeal(new URLSearchParams(location.search), desk));
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, [desk]);
  return [said, setSaid] as const;
};

const useFiles = (): Loaded | 'unavailable' | undefined => {
  const [files, setFiles] = useState<Loaded | 'unavailable'>();
  useEffect(() => {
    const load = async () => {
      const desk = await loadDesk();
      const names = createNames(desk);
      setFiles({ desk, names, briefs: await loadBriefs(desk) });
    };
    load().catch(() => setFiles('unavailable'));
  }, []);
  return files;
};

/** Draws again when the names of these assets have come. @returns whether some could not be loaded */
const useNames = (names: Names | undefined, rows: readonly number[]): boolean => {
  const [, draw] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const coming = names?.need(rows);
    if (!coming) return setFailed(false);
    let isCurrent = true;
    const settle = (isMissing: boolean) => () => {
      if (!isCurrent) return;
      setFailed(isMissing);
      draw((count) => count + 1);
    };
    coming.then(settle(false), settle(true));
    return () => {
      isCurrent = false;
    };
  }, [names, rows]);
  return failed;
};

const NO_ROWS: readonly number[] = [];

export const useDeal = ({ audience, today }: DealProps): Deal => {
  const files = useFiles();
  const loaded = files === 'unavailable' ? undefined : files;
  const desk = loaded?.desk;
  const [said, setSaid] = useAddress(desk);
  const [recent, setRecent] = useState<readonly string[]>([]);
  /** The deal at hand as it was remembered last: while more is said of it, it stays one deal. */
  const current = useRef('');
  useEffect(() => setRecent(recentDeals()), []);

  const context = said?.context ?? NOTHING_SAID;
  const answer = useMemo(
    () => desk && said && answerDeal(desk, context, { audience, today: today ?? localDay(new Date()) }),
    [desk, said, context, audience, today],
  );
  const rows = useMemo(() => (answer ? assetsIn(answer) : NO_ROWS), [answer]);
  const namesFailed = useNames(loaded?.names, rows);

  const go = useCallback(
    (next: DealContext) => {
      if (!desk) return;
      const deal = writeDeal(next, desk).toString();
      history.pushState(null, '', toAddress(deal));
      setSaid({ context: next, unknown: [] });
      setRecent(rememberDeal(deal, current.current));
      current.current = deal;
    },
    [desk, setSaid],
  );

  return {
    state: files === 'unavailable' ? 'unavailable' : answer ? 'ready' : 'loading',
    ...{ context, recent, namesFailed, unknown: said?.unknown ?? [] },
    answered: loaded && answer && { ...loaded, context, answer },
    change: (change) => go({ ...context, ...change }),
    open: (deal) => {
      if (!desk) return;
      current.current = deal;
      go(readDeal(new URLSearchParams(deal), desk).context);
    },
    clear: () => {
      current.current = '';
      go(NOTHING_SAID);
    },
    forget: (deal) => {
      if (current.current === deal) current.current = '';
      setRecent(forgetDeal(deal));
    },
    forgetAll: () => {
      current.current = '';
      setRecent(forgetDeals());
    },
  };
};
