/** Looks up assets of all types at once: Decap's own look-up knows one collection only. */
import { Component, createRef, type ComponentType, type ReactNode, type RefAttributes } from 'react';
import { ASSET_TYPES, type AssetType } from '../../src/domain/entries.ts';

interface Hit {
  data: Readonly<Record<string, unknown>>;
}

interface Found {
  payload: { hits?: readonly Hit[] };
}

type Query = (
  forID: string,
  collection: string,
  fields: readonly string[],
  term: string,
  file?: string,
  limit?: number,
) => Promise<Found>;

/** What we use of the props that Decap gives to every widget. */
export interface LookupProps {
  value?: unknown;
  hasActiveStyle?: boolean;
  queryHits?: unknown;
  query: Query;
}

/** What Decap asks of a widget beside showing it. */
interface Control {
  isValid?: () => unknown;
}

export type LookupComponent = ComponentType<LookupProps & RefAttributes<Control>>;

/**
 * @param Lookup Decap's control for relations
 * @param nameOf what a type is called, shown behind the title
 */
export const assetControl = (Lookup: LookupComponent, nameOf: (type: AssetType) => string) =>
  class AssetControl extends Component<LookupProps> {
    inner = createRef<Control>();

    isValid = (): unknown => this.inner.current?.isValid?.() ?? true;

    override shouldComponentUpdate(next: LookupProps): boolean {
      const { value, hasActiveStyle, queryHits } = this.props;
      return value !== next.value || hasActiveStyle !== next.hasActiveStyle || queryHits !== next.queryHits;
    }

    queryAll: Query = async (forID, _, fields, term, file, limit) => {
      const found = await Promise.all(
        ASSET_TYPES.map(async (type) => {
          const { payload } = await this.props.query(forID, type, fields, term, file, limit);
          return (payload.hits ?? []).map((hit) => withType(hit, nameOf(type)));
        }),
      );
      return { payload: { hits: found.flat() } };
    };

    // What was asked last is of one type only, so it is not handed on.
    override render(): ReactNode {
      return <Lookup {...this.props} ref={this.inner} query={this.queryAll} queryHits={NO_HITS} />;
    }
  };

const NO_HITS: readonly Hit[] = [];

const withType = (hit: Hit, type: string): Hit => {
  const { title } = hit.data;
  return { ...hit, data: { ...hit.data, title: `${typeof title === 'string' ? title : ''} (${type})` } };
};
