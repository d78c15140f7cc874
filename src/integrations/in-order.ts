/** Things that come in any order, handed on in one that is always the same. */
export interface Line<T> {
  /** Takes what has come; waits while too much has been handed on that is not done yet. */
  put: (name: string, item: T) => Promise<void>;
  /** Waits until all is done; what has not come by now is left out. */
  end: () => Promise<void>;
}

/** How much may be handed on and not be done. */
const MOST_AT_ONCE = 32;

/**
 * @param order names in their order, each once; what has another name is ignored
 * @param whenAll begins as soon as the last has been done, before `end` is called
 */
export const inOrder = <T>(
  order: readonly string[],
  handOn: (item: T) => Promise<void>,
  whenAll: () => Promise<void>,
): Line<T> => {
  const names = new Set(order);
  const waiting = new Map<string, T>();
  const handed: Promise<void>[] = [];
  let next = 0;
  let ending: Promise<void> | undefined;

  const handOnIfThere = (name: string): boolean => {
    const item = waiting.get(name);
    if (item === undefined) return false;
    waiting.delete(name);
    handed.push(handOn(item));
    return true;
  };
  const finish = (): Promise<void> => (ending ??= Promise.all(handed).then(whenAll));

  return {
    put: async (name, item) => {
      if (!names.has(name)) return;
      waiting.set(name, item);
      for (let name = order[next]; name !== undefined && handOnIfThere(name); name = order[next]) next += 1;
      // Whoever calls `end` is told what went wrong.
      if (next === order.length) finish().catch(() => undefined);
      await handed.at(-MOST_AT_ONCE);
    },
    end: async () => {
      order.slice(next).forEach(handOnIfThere);
      await finish();
    },
  };
};
