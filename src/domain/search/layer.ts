/**
 * The layer over the search engine: spelling, synonyms, words that name a facet, relaxation and the order of
 * what is shown. The engine finds pages that have all words, and drops words that it does not know; the layer
 * makes up for both, and says what it did.
 */
import type { EngineHit, Page, SearchEngine, Selection } from './engine.ts';
import { createFacetWords, type FacetValue, type NamedFacet } from './facet-words.ts';
import { createGrowingSpeller } from './growing-speller.ts';
import { DUE, KEYWORDS, TAGS } from './page-fields.ts';
import {
  dropSame,
  facetProbes,
  nearProbes,
  sumOf,
  synonymProbe,
  textProbes,
  toQuery,
  type Added,
  type Asked,
  type Probe,
} from './probes.ts';
import { isOverdue, rankFactor, wantedWord } from './rank.ts';
import { SHORTEST_BEGINNING } from './speller.ts';
import { chooseSpelling } from './spelling.ts';
import { createSynonyms, type Replaced, type SynonymGroup } from './synonyms.ts';
import type { VocabularySource } from './vocabulary-files.ts';
import { capitalsIn, isStopWord, meaningful, queryWords, quotedPhrase } from './words.ts';

export interface SearchLayerParts {
  engine: SearchEngine;
  vocabulary: VocabularySource;
  synonyms: readonly SynonymGroup[];
  facets: readonly FacetValue[];
  /** The reader's day, `2026-03-15`: what is overdue on it ranks lower. */
  today: string;
}

export interface SearchOptions {
  /** Exactly the words that were typed: no spelling, no synonyms, no facets, no page that has only some of them. */
  literal?: boolean;
  /** What the reader has filtered by. */
  selection?: Selection;
}

export interface SearchResult extends Page {
  id: string;
  /** Names of the fields beside the text in which it was found. */
  fields: readonly string[];
  /** It has not all of the words. */
  isRelaxed: boolean;
  isOverdue: boolean;
}

export interface Found {
  /** The best, loaded, in their order. */
  results: readonly SearchResult[];
  /** Ids of all hits in their order, the results first. */
  ids: readonly string[];
  /** Hits after the results, ten at a time: `more(results.length)` are the next. */
  more: (from: number) => Promise<readonly SearchResult[]>;
  /** Spelling: what was typed, and what was searched. */
  corrected?: { from: string; to: string };
  /** Too few pages have all of the words: some of the results have not. */
  relaxed: boolean;
  /** Words that were searched as well: synonyms, and near words (`single sign-on`). */
  expanded: readonly string[];
  /** Words that were taken as a wish for a facet: `battlecard`, `corvane`. */
  facetWords: readonly string[];
}

export interface SearchLayer {
  search: (query: string, options?: SearchOptions) => Promise<Found>;
}

/** Results that are loaded at a time. */
const AT_ONCE = 10;
/** So many are loaded in any case, */
const FEWEST_LOADED = 5;
/**
 * and more only if their words score so much of the best: with less, a title or words that stand together can hardly
 * bring them to the top. A result is 2 kB on the line.
 */
const WORTH_LOADING = 0.05;
/** With fewer hits than this, pages count that have only some of the words. */
const FEWEST_HITS = 3;
const MOST_SYNONYMS = 6;
/** Words that are searched one by one when all together are nowhere. */
const MOST_RELAXED_WORDS = 7;
/** A word of so large a part of all pages tells nothing by itself. */
const COMMON_WEIGHT = Math.log(1 + 1 / 0.3);
/** Answers of the engine that are kept while a reader types. */
const MOST_KEPT = 200;

const RELAXED_WEIGHT = 0.9;
/** With fewer hits than this, a word that only begins others may be a slip all the same, */
const FEWEST_BEGUN = 10;
/** and so many words near it are tried. */
const MOST_NEAR = 2;
/** What a page gains when it is what the facet words ask for. */
const FACET_BOOST = 0.6;

const NOTHING: Found = {
  results: [],
  ids: [],
  more: () => Promise.resolve([]),
  relaxed: false,
  expanded: [],
  facetWords: [],
};

interface Candidate {
  hit: EngineHit;
  score: number;
  words: readonly string[];
  isRelaxed: boolean;
  added: Added | undefined;
}

type Pool = Map<string, Candidate>;
type Ask = (query: string | null, selection: Selection) => Promise<readonly EngineHit[]>;

/** Facets of a query, with the pages that have them. */
interface Wish {
  named: readonly NamedFacet[];
  ids: ReadonlyMap<NamedFacet, ReadonlySet<string>>;
}

const NO_WISH: Wish = { named: [], ids: new Map() };

const keptAnswers = (engine: SearchEngine): Ask => {
  const kept = new Map<string, Promise<readonly EngineHit[]>>();
  return (query, selection) => {
    const key = JSON.stringify([query, selection]);
    const before = kept.get(key);
    if (before) return before;
    if (kept.size >= MOST_KEPT) kept.clear();
    const answer = engine.search(query, { selection });
    kept.set(key, answer);
    // What failed once, such as a download, may succeed the next time.
    answer.catch(() => kept.delete(key));
    return answer;
  };
};

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.hit.id < b.hit.id ? -1 : a.hit.id > b.hit.id ? 1 : 0);

export const createSearchLayer = ({ engine, vocabulary, synonyms, facets, today }: SearchLayerParts): SearchLayer => {
  const groups = createSynonyms(synonyms);
  const facetWords = createFacetWords(facets);
  const speller = createGrowingSpeller(vocabulary, [...groups.words, ...facetWords.words]);
  const { weightOf } = speller;
  const ask = keptAnswers(engine);

  const wishOf = async ({ words, selection }: Asked): Promise<Wish> => {
    const named = facetWords.find(words);
    const ids = await Promise.all(
      named.map(async (facet): Promise<[NamedFacet, ReadonlySet<string>]> => {
        const hits = await ask(null, { ...selection, [facet.facet]: facet.values });
        return [facet, new Set(hits.map(({ id }) => id))];
      }),
    );
    const present = ids.filter(([, pages]) => pages.size > 0);
    return { named: present.map(([facet]) => facet), ids: new Map(present) };
  };

  /** The part of the wished facets that a page has. */
  const shareOf = (id: string, { named, ids }: Wish): number =>
    named.length === 0 ? 0 : named.filter((facet) => ids.get(facet)?.has(id)).length / named.length;

  const put = (pool: Pool, wish: Wish, candidate: Candidate): void => {
    const score = candidate.score * (1 + FACET_BOOST * shareOf(candidate.hit.id, wish));
    const before = pool.get(candidate.hit.id);
    if (!before || score > before.score) {
      pool.set(candidate.hit.id, {
        ...candidate,
        score,
        isRelaxed: candidate.isRelaxed && (before?.isRelaxed ?? true),
      });
    }
  };

  const gather = async (probes: readonly Probe[], wish: Wish, selection: Selection): Promise<Pool> => {
    const answers = await Promise.all(
      probes.map(async (probe) => ({ probe, hits: await ask(probe.query, selection) })),
    );
    const best = Math.max(1, ...answers.flatMap(({ probe, hits }) => (hits[0]?.score ?? 0) * probe.weight));
    const pool: Pool = new Map();
    for (const { probe, hits } of answers) {
      for (const hit of hits) {
        if (!probe.facets.every((facet) => wish.ids.get(facet)?.has(hit.id))) continue;
        // Without words the engine has no score: such a page is as good as the best by words.
        const score = (probe.query === null ? best : hit.score) * probe.weight;
        put(pool, wish, { hit, score, words: probe.words, isRelaxed: false, added: probe.added });
      }
    }
    return pool;
  };

  /** Words worth searching by themselves: the rarest, and no common ones unless there are no others. */
  const telling = (words: readonly string[]): string[] => {
    const rarest = [...new Set(words)].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_RELAXED_WORDS);
    const rare = rarest.filter((word) => weightOf(word) > COMMON_WEIGHT);
    return rare.length > 0 ? rare : rarest;
  };

  /** The words of a query that a page has by its facets. */
  const wordsByFacet = (id: string, words: readonly string[], { named, ids }: Wish): ReadonlySet<string> =>
    new Set(
      named.filter((facet) => ids.get(facet)?.has(id)).flatMap(({ at }) => at.map((place) => words[place] ?? '')),
    );

  /** Pages that have some of the words: the more they say of the query, the better. */
  const relax = async (pool: Pool, { words, needed, selection }: Asked, wish: Wish): Promise<boolean> => {
    const base = meaningful(words, needed);
    const asked = telling(base);
    const all = sumOf(base, weightOf) || 1;
    const answers = await Promise.all(asked.map(async (word) => ({ word, hits: await ask(word, selection) })));
    const found = new Map<string, { hit: EngineHit; score: number; words: Set<string> }>();
    for (const { word, hits } of answers) {
      for (const hit of hits) {
        const before = found.get(hit.id);
        if (!before) found.set(hit.id, { hit, score: hit.score, words: new Set([word]) });
        else {
          // Its excerpt shows the word that says most.
          if (hit.score > before.hit.score) before.hit = hit;
          before.score += hit.score;
          before.words.add(word);
        }
      }
    }
    const before = pool.size;
    for (const [id, { hit, score, words: had }] of found) {
      const covered = sumOf([...had.union(wordsByFacet(id, words, wish))], weightOf);
      const relaxed = score * Math.min(1, covered / all) ** 2 * RELAXED_WEIGHT;
      put(pool, wish, { hit, score: relaxed, words: base, isRelaxed: !pool.has(id), added: undefined });
    }
    return pool.size > before;
  };

  const load = async ({ hit, isRelaxed }: Candidate): Promise<SearchResult> => {
    const page = await hit.data();
    return { ...page, id: hit.id, fields: hit.fields, isRelaxed, isOverdue: isOverdue(page.filters[DUE]?.[0], today) };
  };

  const rerank = (loaded: readonly { candidate: Candidate; result: SearchResult }[]): SearchResult[] =>
    loaded
      .map(({ candidate, result }) => {
        const page = {
          title: result.meta['title'] ?? '',
          keywords: (result.meta[KEYWORDS] ?? '').split(','),
          tags: result.meta[TAGS] ?? '',
          content: result.content,
          dueOn: result.filters[DUE]?.[0],
        };
        const wanted = candidate.words.map((word, i, all) =>
          // The last of several words may still be typed: it is the beginning of others.
          wantedWord(word, weightOf(word), speller.has(word) && (all.length === 1 || i < all.length - 1)),
        );
        return {
          result,
          score: candidate.score * rankFactor(wanted, page, today, candidate.added?.standsForOne ?? false),
        };
      })
      .sort((a, b) => b.score - a.score || (a.result.url < b.result.url ? -1 : 1))
      .map(({ result }) => result);

  /** @param inOrder they stay as they are; otherwise, the best come first */
  const show = async (candidates: readonly Candidate[], inOrder: boolean) => {
    const least = inOrder ? 0 : (candidates[0]?.score ?? 0) * WORTH_LOADING;
    const first = candidates.slice(0, AT_ONCE).filter(({ score }, i) => i < FEWEST_LOADED || score >= least);
    const loaded = await Promise.all(first.map(async (candidate) => ({ candidate, result: await load(candidate) })));
    const results = inOrder ? loaded.map(({ result }) => result) : rerank(loaded);
    return {
      results,
      ids: [...results.map(({ id }) => id), ...candidates.slice(first.length).map(({ hit }) => hit.id)],
      more: (from: number) => Promise.all(candidates.slice(from, from + AT_ONCE).map(load)),
    };
  };

  const asIs = (hits: readonly EngineHit[]): Candidate[] =>
    hits.map((hit) => ({ hit, score: hit.score, words: [], isRelaxed: false, added: undefined }));

  const searchPhrase = async (phrase: string, selection: Selection): Promise<Found> => {
    const hits = await engine.search(`"${phrase}"`, { selection });
    return { ...NOTHING, ...(await show(asIs(hits), true)) };
  };

  const replacementsOf = (words: readonly string[]): Replaced[] => groups.replacements(words, MOST_SYNONYMS);

  /** Loads what tells of a query's words, and of those that stand for them. */
  const learn = (words: readonly string[]): Promise<void> =>
    speller.learn([...words, ...replacementsOf(words).flatMap((replaced) => replaced.words)]);

  /** What is asked of the engine in any case is loaded beside the vocabulary, and not after it. */
  const prepare = async ({ words, needed, selection }: Asked): Promise<void> => {
    if (!speller.isReadyFor(words))
      await Promise.all([learn(words), ask(toQuery(meaningful(words, needed)), selection)]);
  };

  const spelt = ({ words, selection }: Asked, isUnfinished: boolean): Promise<readonly string[]> =>
    chooseSpelling(words, speller, isUnfinished, async (spelling) => {
      const hits = await ask(toQuery(spelling), selection);
      return hits[0]?.score ?? 0;
    });

  /** A word that was only completed was not corrected. */
  const correctionOf = (typed: string, searched: string): Pick<Found, 'corrected'> =>
    searched.startsWith(typed) ? {} : { corrected: { from: typed, to: searched } };

  /** Words that are one slip away from one that only begins others. */
  const nearProbesOf = async (asked: Asked): Promise<Probe[]> => {
    const base = meaningful(asked.words, asked.needed);
    const begun = base.filter((word) => word.length >= SHORTEST_BEGINNING && !speller.has(word));
    if (base.length < 2 || begun.length === 0) return [];
    if ((await ask(toQuery(base), asked.selection)).length >= FEWEST_BEGUN) return [];
    await speller.learnAround(begun, 'same letter');
    return begun.flatMap((word) => {
      const near = speller
        .suggest({ word, isUnfinished: false }, 'same letter')
        .filter(({ word: other, slips }) => slips === 1 && !other.startsWith(word) && !isStopWord(other));
      return nearProbes(asked, word, near.slice(0, MOST_NEAR));
    });
  };

  const searchLiterally = async (asked: Asked): Promise<Found> => {
    const pool = await gather(textProbes(asked), NO_WISH, asked.selection);
    return { ...NOTHING, ...(await show([...pool.values()].sort(byScore), false)) };
  };

  const searchWords = async (asked: Asked): Promise<Found> => {
    const { words, selection } = asked;
    await learn(words);
    const wish = await wishOf(asked);
    const probes = dropSame([
      ...textProbes(asked),
      ...facetProbes(asked, wish.named, weightOf),
      ...replacementsOf(words).map((replaced) => synonymProbe(asked, replaced, weightOf)),
      ...(await nearProbesOf(asked)),
    ]);
    const pool = await gather(probes, wish, selection);
    const relaxed = pool.size < FEWEST_HITS && words.length > 1 && (await relax(pool, asked, wish));
    const candidates = [...pool.values()].sort(byScore);
    return {
      ...(await show(candidates, false)),
      relaxed,
      expanded: [...new Set(candidates.flatMap(({ added }) => added?.phrase ?? []))],
      facetWords: wish.named.map(({ at }) => at.map((place) => words[place] ?? '').join(' ')),
    };
  };

  const search = async (query: string, { selection = {}, literal = false }: SearchOptions = {}): Promise<Found> => {
    const phrase = quotedPhrase(query);
    if (phrase !== undefined) return searchPhrase(phrase, selection);
    const typed: Asked = { words: queryWords(query), needed: capitalsIn(query), selection };
    if (typed.words.length === 0) return NOTHING;
    await prepare(typed);
    if (literal) return searchLiterally(typed);
    const words = await spelt(typed, !/\s$/u.test(query));
    return { ...(await searchWords({ ...typed, words })), ...correctionOf(toQuery(typed.words), toQuery(words)) };
  };

  return { search };
};
