/** What a reader is told about the link that brought them here. */
import type { LinkNotice } from '../../domain/calculators/share-link.ts';
import { fill } from '../../domain/ui.ts';
import type { CalculatorWords } from './props.ts';
import type { Calculator } from './use-calculator.ts';

const noticeText = (notice: LinkNotice, { calculator: words }: CalculatorWords): string => {
  switch (notice.kind) {
    case 'unknown':
      return fill(words.link_unknown, { key: notice.key });
    case 'refused':
      return fill(words.link_refused, { key: notice.key });
    case 'other version':
      return fill(words.link_other_version, { made: notice.made, now: notice.now });
  }
};

export const Notices = ({ calculator: { notices, words, dropNotices } }: { calculator: Calculator }) => (
  <div role="status">
    {notices.length > 0 && (
      <div className="calc-notices">
        <p>
          <strong>{words.calculator_page.notices}</strong>
        </p>
        <ul>
          {notices.map((notice) => (
            <li key={noticeText(notice, words)}>{noticeText(notice, words)}</li>
          ))}
        </ul>
        <button type="button" className="button-quiet" onClick={dropNotices}>
          {words.calculator_page.dismiss}
        </button>
      </div>
    )}
  </div>
);
