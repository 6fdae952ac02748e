/**
 * A map from ids to values that never changes: an edit makes another map that shares all that stayed the same. A state
 * of a run with a hundred thousand tasks then costs no more than what differs from the state before it, so that every
 * checkpoint of a long log can be kept. It is a tree of 32 branches per level over the id's bits; ids are positive whole
 * numbers that count up, so the tree stays flat and dense. Iteration is in the order of the ids.
 */
const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

interface Node<V> {
  /** The edit that may still write into this node. */
  owner: object | null;
  /** How many of the slots are taken. */
  count: number;
  /** Nodes below, or values on the lowest level. */
  readonly slots: (Node<V> | V | undefined)[];
}

/** A map that can be read: an IdMap, or an edit of one. */
export interface ReadableIdMap<V> {
  readonly size: number;
  get(id: number): V | undefined;
  has(id: number): boolean;
}

export class IdMap<V> implements ReadableIdMap<V>, Iterable<[number, V]> {
  readonly #root: Node<V> | null;
  /** Bits of an id above the root's own. */
  readonly #shift: number;

  private constructor(
    root: Node<V> | null,
    shift: number,
    readonly size: number,
  ) {
    this.#root = root;
    this.#shift = shift;
  }

  static readonly #none = new IdMap<never>(null, 0, 0);

  static empty<V>(): IdMap<V> {
    return IdMap.#none;
  }

  /** For `IdMapEdit` alone. */
  static of<V>(root: Node<V> | null, shift: number, size: number): IdMap<V> {
    return size === 0 ? IdMap.#none : new IdMap(root, shift, size);
  }

  get(id: number): V | undefined {
    return find(this.#root, this.#shift, id);
  }

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  edit(): IdMapEdit<V> {
    return new IdMapEdit(this, this.#root, this.#shift, this.size);
  }

  *[Symbol.iterator](): Generator<[number, V]> {
    if (this.#root) yield* walk(this.#root, this.#shift, 0);
  }

  *keys(): Generator<number> {
    for (const [id] of this) yield id;
  }

  *values(): Generator<V> {
    for (const [, value] of this) yield value;
  }
}

/** A map in the making. It must not be used after `done`. */
export class IdMapEdit<V> implements ReadableIdMap<V> {
  private readonly owner = {};
  private changed = false;

  constructor(
    private readonly base: IdMap<V>,
    private root: Node<V> | null,
    private shift: number,
    private count: number,
  ) {}

  get size(): number {
    return this.count;
  }

  get(id: number): V | undefined {
    return find(this.root, this.shift, id);
  }

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  set(id: number, value: V & {}): void {
    this.changed = true;
    this.root = this.own(this.root);
    while (id >>> this.shift >= WIDTH) this.grow();
    let node = this.root;
    for (let shift = this.shift; shift > 0; shift -= BITS) {
      const slot = (id >>> shift) & MASK;
      const below = node.slots[slot] as Node<V> | undefined;
      const own = this.own(below ?? null);
      if (below === undefined) node.count++;
      node.slots[slot] = own;
      node = own;
    }
    if (node.slots[id & MASK] === undefined) {
      node.count++;
      this.count++;
    }
    node.slots[id & MASK] = value;
  }

  delete(id: number): void {
    if (!this.root || !this.has(id)) return;
    this.changed = true;
    this.count--;
    this.root = this.remove(this.root, this.shift, id);
    if (!this.root) this.shift = 0;
  }

  done(): IdMap<V> {
    return this.changed ? IdMap.of(this.root, this.shift, this.count) : this.base;
  }

  /** The smallest id, or -1. */
  first(): number {
    return this.root ? lowest(this.root, this.shift) : -1;
  }

  private own(node: Node<V> | null): Node<V> {
    if (node?.owner === this.owner) return node;
    return { owner: this.owner, count: node?.count ?? 0, slots: node ? node.slots.slice() : new Array<undefined>(WIDTH).fill(undefined) };
  }

  private grow(): void {
    const below = this.root;
    this.root = this.own(null);
    this.shift += BITS;
    if (!below || below.count === 0) return;
    this.root.slots[0] = below;
    this.root.count = 1;
  }

  /** The node without the id; null when nothing is left in it. */
  private remove(from: Node<V>, shift: number, id: number): Node<V> | null {
    const node = this.own(from);
    const slot = (id >>> shift) & MASK;
    const rest = shift === 0 ? null : this.remove(node.slots[slot] as Node<V>, shift - BITS, id);
    node.slots[slot] = rest ?? undefined;
    if (!rest) node.count--;
    return node.count === 0 ? null : node;
  }
}

function find<V>(root: Node<V> | null, top: number, id: number): V | undefined {
  if (!root || id < 0 || id >>> top >= WIDTH) return undefined;
  let node = root;
  for (let shift = top; shift > 0; shift -= BITS) {
    const below = node.slots[(id >>> shift) & MASK];
    if (below === undefined) return undefined;
    node = below as Node<V>;
  }
  return node.slots[id & MASK] as V | undefined;
}

function* walk<V>(node: Node<V>, shift: number, from: number): Generator<[number, V]> {
  for (let slot = 0; slot < WIDTH; slot++) {
    const below = node.slots[slot];
    if (below === undefined) continue;
    const id = from + slot * 2 ** shift;
    if (shift === 0) yield [id, below as V];
    else yield* walk(below as Node<V>, shift - BITS, id);
  }
}

function lowest<V>(node: Node<V>, shift: number): number {
  const slot = node.slots.findIndex((each) => each !== undefined);
  return shift === 0 ? slot : slot * 2 ** shift + lowest(node.slots[slot] as Node<V>, shift - BITS);
}
