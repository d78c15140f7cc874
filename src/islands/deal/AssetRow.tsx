/** An asset that is suggested: its type, its title, why, and into the kit. */
import { createElement, type ReactNode } from 'react';
import { idsOfRow, labelOfTerm, type Desk } from '../../domain/deal/desk.ts';
import type { DealLabels, SaidReason } from '../../domain/deal/deal-words.ts';
import { pathOfKey, type AssetName } from '../../domain/deal/names-file.ts';

/** Defined by the page's own scripts; without them it is nothing. */
export const AddToKit = ({ name }: { name: Pick<AssetName, 'key' | 'title'> }) =>
  createElement('add-to-kit', { 'data-asset': name.key, 'data-title': name.title });

export const Reasons = ({ reasons }: { reasons: readonly SaidReason[] }) =>
  reasons.length > 0 && (
    <ul className="deal-why">
      {reasons.map(({ text, tone }) => (
        <li key={text} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  );

/** Who may get it: said where it is not everybody. */
export const Mark = ({ audience, words }: { audience: string; words: DealLabels }) => {
  if (audience === 'internal') return <span className="mark mark-internal">{words.audience_internal}</span>;
  return audience === 'partner' && <span className="mark mark-partner">{words.audience_partner}</span>;
};

interface Props {
  desk: Desk;
  row: number;
  /** Undefined while it is loading. */
  name: AssetName | undefined;
  reasons: readonly SaidReason[];
  words: DealLabels;
  children?: ReactNode;
}

export const AssetRow = ({ desk, row, name, reasons, words, children }: Props) => {
  const [type = ''] = idsOfRow(desk, 'type', row);
  return (
    <li className="deal-asset" data-key={name?.key}>
      <div className="deal-asset-text">
        <p className="deal-asset-top">
          <span className="eyebrow">{labelOfTerm(desk, 'type', type)}</span>
          {name && <Mark audience={name.audience} words={words} />}
        </p>
        {name ? <a href={pathOfKey(name.key)}>{name.title}</a> : <span className="deal-coming" />}
        {children}
        <Reasons reasons={reasons} />
      </div>
      {name && <AddToKit name={name} />}
    </li>
  );
};
