/** Whom the kit answers, and whom it leaves without an answer: said in words, not in colour alone. */
import { completenessOf, gapsOf, type Covered } from '../../domain/kit/completeness.ts';
import type { KitAsset } from '../../domain/kit/for-reader.ts';
import type { KitItem } from '../../domain/kit/kit.ts';
import type { KitProps, Words } from './props.ts';
import { sayIn } from './words.ts';

interface CompletenessProps extends KitProps {
  items: readonly KitItem[];
  known: ReadonlyMap<string, KitAsset>;
}

export const Completeness = ({ words, names, asked, items, known }: CompletenessProps) => {
  const text = sayIn(words);
  const found = completenessOf(
    asked,
    items.flatMap(({ asset }) => {
      const of = known.get(asset);
      return of ? [{ roles: of.committee_roles, forces: of.forces, stages: of.stages.map(({ id }) => id) }] : [];
    }),
  );
  const gaps = gapsOf(found);
  const all = found.dimensions.reduce((sum, { covered }) => sum + covered.length, 0);
  const missing = gaps.map(({ kind, name }) => names[kind][name] ?? name).join(', ');
  return (
    <section className="kit-panel" aria-labelledby="page:kit-complete">
      <h2 id="page:kit-complete">{text('complete_title')}</h2>
      <label className="kit-meter">
        <span>{text('complete_share', { met: all - gaps.length, all })}</span>
        <meter min={0} max={all} value={all - gaps.length} />
      </label>
      {found.dimensions.map(({ kind, covered }) => (
        <div key={kind}>
          <h3>{text(`complete_${kind}`)}</h3>
          <ul className="kit-covered">
            {covered.map((one) => (
              <CoveredLine key={one.name} words={words} label={names[kind][one.name] ?? one.name} one={one} />
            ))}
          </ul>
        </div>
      ))}
      <p className="kit-gaps">
        {gaps.length === 0 ? text('complete_none') : text('complete_gaps', { names: missing })}
      </p>
    </section>
  );
};

const CoveredLine = ({ words, label, one: { count } }: { words: Words; label: string; one: Covered }) => {
  const text = sayIn(words);
  const how = count === 0 ? 'covered_none' : count === 1 ? 'covered_one' : 'covered_many';
  return (
    <li data-covered={count > 0}>
      <span>{label}</span> <span className="muted">{text(how, { count })}</span>
    </li>
  );
};
