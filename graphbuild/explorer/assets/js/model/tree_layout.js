// Where the cards of a tree stand: a parent over the middle of its children, leaves in short columns.

/** Pixels between cards side by side, between rings, between cards of a column, and by how much a column is put in. */
const GAP = { side: 22, ring: 46, stack: 12, indent: 20 };

/** From so many leaves on they stand in columns, somewhat more in each than there are columns. */
const LEAVES = 4;
const DEEPER = 1.2;
const DEEPEST = 8;

/**
 * {cards: [{item, x, y, width, height}], lines: [{item, points: [[x, y], ...]}], width, height} for `tree`, items with
 * `children` and `open`. sizeOf(item): {width, height}. upright: all in one column, put in by ring, for narrow windows.
 * A line leads from a parent to `item`, by corners.
 */
export function layOut(tree, sizeOf, { upright = false } = {}) {
  const cards = [];
  const lines = [];
  const blockOf = (item) => {
    const size = sizeOf(item);
    const children = item.open ? item.children : [];
    if (!children.length) return leaf(item, size);
    return upright ? hanging(item, size, children) : spread(item, size, children);
  };

  const put = (item, size, x, y) => cards.push({ item, x, y, ...size });

  const leaf = (item, size) => ({ ...size, top: size.width / 2, heads: [], place: (x, y) => put(item, size, x, y) });

  /** The blocks of `items` one below the other; each is reached from a line at their left. */
  function column(items) {
    const blocks = items.map(blockOf);
    const width = GAP.indent + Math.max(...blocks.map((block) => block.width));
    const height = blocks.reduce((sum, block) => sum + block.height + GAP.stack, -GAP.stack);
    return { width, height, place(x, y, from) {
      let at = y;
      blocks.forEach((block, n) => {
        block.place(x + GAP.indent, at);
        const middle = at + sizeOf(items[n]).height / 2;
        lines.push({ item: items[n], points: [...from, [x + GAP.indent / 2, from.at(-1)[1]], [x + GAP.indent / 2, middle], [x + GAP.indent, middle]] });
        at += block.height + GAP.stack;
      });
    } };
  }

  /** A card with its children in a column below, put in. */
  function hanging(item, size, children) {
    const below = column(children);
    return {
      width: Math.max(size.width, below.width), height: size.height + GAP.stack + below.height, top: GAP.indent / 2,
      place(x, y) {
        put(item, size, x, y);
        below.place(x, y + size.height + GAP.stack, [[x + GAP.indent / 2, y + size.height]]);
      },
    };
  }

  /** A card over the middle of its children in a row: those with children of their own, then columns of leaves. */
  function spread(item, size, children) {
    const isLeaf = (child) => !child.open;
    const leaves = children.filter(isLeaf);
    const stacked = leaves.length >= LEAVES;
    const branches = children.filter((child) => !stacked || !isLeaf(child));
    const rows = Math.min(DEEPEST, Math.ceil(DEEPER * Math.sqrt(leaves.length)));
    const blocks = branches.map((child) => ({ ...blockOf(child), child }));
    if (stacked) for (let n = 0; n < leaves.length; n += rows) blocks.push(column(leaves.slice(n, n + rows)));
    const width = blocks.reduce((sum, block) => sum + block.width + GAP.side, -GAP.side);
    const full = Math.max(width, size.width);
    return {
      width: full, height: size.height + GAP.ring + Math.max(...blocks.map((block) => block.height)), top: full / 2,
      place(x, y) {
        const [middle, below] = [x + full / 2, y + size.height];
        put(item, size, middle - size.width / 2, y);
        const bend = below + GAP.ring / 2;
        let at = x + (full - width) / 2;
        for (const block of blocks) {
          const start = [[middle, below], [middle, bend]];
          if (block.child) {
            block.place(at, below + GAP.ring);
            lines.push({ item: block.child, points: [...start, [at + block.top, bend], [at + block.top, below + GAP.ring]] });
          } else block.place(at, below + GAP.ring, start);
          at += block.width + GAP.side;
        }
      },
    };
  }

  const whole = blockOf(tree);
  whole.place(0, 0);
  return { cards, lines, width: whole.width, height: whole.height };
}
