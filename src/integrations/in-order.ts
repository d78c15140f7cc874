/** Things that come in any order, handed on in one that is always the same. */
export interface Line<T> {
  /** Takes what has come; waits while too much has been handed on that is not done yet. */
  put: (name: string, item: T) => Promise<void>;
  /** Waits until all is done; what is still missing is left out. */
  end: () => Promise<void>;
}

/** How much may be handed on and not be done. */
const MOST_AT_ONCE = 32;

/** @param order names in their order, each once */
export const inOrder = <T>(order: readonly string[], handOn: (item: T) => Promise<void>): Line<T> => {
  const waiting = new Map<string, T>();
  const handed: Promise<void>[] = [];
  let next = 0;

  const handOnIfThere = (name: string): boolean => {
    const item = waiting.get(name);
    if (item === undefined) return false;
    waiting.delete(name);
    handed.push(handOn(item));
    return true;
  };

  return {
    put: async (name, item) => {
      waiting.set(name, item);
      for (let name = order[next]; name !== undefined && handOnIfThere(name); name = order[next]) next += 1;
      await handed.at(-MOST_AT_ONCE);
    },
    end: async () => {
      order.slice(next).forEach(handOnIfThere);
      await Promise.all(handed);
    },
  };
};
