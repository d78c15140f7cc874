/** The kit on paper: a cover with contents, a part for each asset, the plan. Not there on the screen. */
import { useEffect, useState } from 'react';
import { localDay } from '../../browser/day.ts';
import type { Reader, ReadyKit } from '../../domain/kit/for-reader.ts';
import type { KitWords } from '../../domain/kit/mail.ts';
import { formatDay } from '../../domain/ui.ts';
import type { KitProps } from './props.ts';
import { sayIn } from './words.ts';

interface PaperProps extends KitProps {
  reader: Reader;
  ready: ReadyKit;
  told: KitWords;
}

/** The day of printing: a page may lie open for weeks. */
const usePrintDay = (): string => {
  const [day, setDay] = useState(() => localDay(new Date()));
  useEffect(() => {
    const update = (): void => setDay(localDay(new Date()));
    addEventListener('beforeprint', update);
    return () => removeEventListener('beforeprint', update);
  }, []);
  return day;
};

export const PaperKit = ({ words, brand, locale, today, reader, ready, told }: PaperProps) => {
  const text = sayIn(words);
  const printDay = usePrintDay();
  const { title, items, plan } = ready;
  return (
    <article className="kit-paper">
      <header className="bundle-cover">
        <p className="eyebrow">{brand}</p>
        {reader === 'colleague' && <p className="kit-paper-mark">{text('paper_for_colleague')}</p>}
        <h1 dir="auto">{title || text('untitled')}</h1>
        <p className="lead">{text('paper_made', { date: formatDay(today ?? printDay, locale) })}</p>
      </header>
      <nav aria-label={text('paper_contents')}>
        <h2>{text('paper_contents')}</h2>
        <ol className="kit-paper-contents">
          {items.map((item) => (
            <li key={item.asset}>
              <a href={`#page:paper-${item.asset}`}>{item.title}</a>
              <span className="muted"> {told.typeName(item.type)}</span>
            </li>
          ))}
          {plan.length > 0 && (
            <li>
              <a href="#page:paper-plan">{told.plan}</a>
            </li>
          )}
        </ol>
      </nav>
      <section className="kit-paper-items">
        {items.map((item, i) => (
          <section key={item.asset} id={`page:paper-${item.asset}`}>
            <p className="eyebrow">{told.typeName(item.type)}</p>
            <h2>
              {i + 1}. {item.title}
            </h2>
            {item.why !== '' && (
              <p className="kit-paper-why" dir="auto">
                {item.why}
              </p>
            )}
            {item.summary !== '' && <p>{item.summary}</p>}
            <p>
              <a href={item.url}>{item.url}</a>
            </p>
          </section>
        ))}
      </section>
      {plan.length > 0 && (
        <section id="page:paper-plan">
          <h2>{told.plan}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{text('step')}</th>
                <th scope="col">{text('owner')}</th>
                <th scope="col">{text('due')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.map(({ step, owner, due }, i) => (
                <tr key={i}>
                  <td dir="auto">{step}</td>
                  <td>{told.owners[owner]}</td>
                  <td dir="auto">{due}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </article>
  );
};
