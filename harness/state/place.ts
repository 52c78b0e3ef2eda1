/**
 * What must not be compared. Paths are generalised: `[*]` for any place in a list, `.*` for any key of an object
 * whose keys are made up anew each time (row ids, UUIDs).
 */
export interface Mask {
  readonly leaves: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

export const emptyMask: Mask = { leaves: new Set(), keys: new Set() };

/**
 * A generalised place in states under one mask. A walk over many states goes through the same places, so that each
 * path is put together once. Drop the root with the walk: made-up keys leave a place each.
 */
export class Place {
  readonly path: string;
  /** What stands before the value where an object is written out: its quoted key, or that it may be any. */
  readonly label: string;
  /** What varies by itself: only the identifiers it carries are compared. */
  readonly isVolatile: boolean;
  /** An object whose keys are not compared. */
  readonly hasMadeUpKeys: boolean;
  readonly #mask: Mask;
  #item: Place | undefined;
  readonly #entries = new Map<string, Place>();

  private constructor(mask: Mask, path: string, label: string) {
    this.path = path;
    this.label = label;
    this.#mask = mask;
    this.isVolatile = mask.leaves.has(path);
    this.hasMadeUpKeys = mask.keys.has(path);
  }

  /** The whole state. */
  static root(mask: Mask): Place {
    return new Place(mask, '$', '');
  }

  /** Any item of the list at this place. */
  item(): Place {
    this.#item ??= new Place(this.#mask, `${this.path}[*]`, '');
    return this.#item;
  }

  /** The entry of the object at this place; one for all where its keys are made up. */
  entry(key: string): Place {
    const name = this.hasMadeUpKeys ? '*' : key;
    let place = this.#entries.get(name);
    if (place === undefined) {
      const label = this.hasMadeUpKeys ? '⟦any⟧' : JSON.stringify(key);
      place = new Place(this.#mask, `${this.path}.${name}`, label);
      this.#entries.set(name, place);
    }
    return place;
  }
}
