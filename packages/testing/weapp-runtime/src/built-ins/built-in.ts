// What a built-in component is made of, apart from the framework it runs in.

/** One rendered built-in, as its own code sees it. */
export interface Rendered {
  /** The id that the page gave it. */
  readonly id: string
  /** The element that a tag is rendered as, e.g. `<wx-input>`. */
  readonly element: HTMLElement
  /** The browser's element inside, by the id in {@link BUILT_IN_TEMPLATES}. */
  inner<E extends HTMLElement>(id: string): E
  /** What the same template calls by an id. */
  neighbour(id: string): Element | null
  /** A property, as the page set it. */
  get(property: string): unknown
  /** Takes note of what the user did to a property, so that the page can set it back. */
  note(property: string, value: unknown): void
  trigger(event: string, detail: object, options?: { readonly bubbles?: boolean; readonly composed?: boolean }): void
  /** Hears of an event here or further inside; `target` is the element that the user touched. */
  on(event: string, listener: (target: Element, detail: unknown) => void): void
  /** Says that the page asked for something this runtime lacks. */
  missing(what: string): void
  /** Opens a page or goes back, as `<navigator>` does. */
  open(way: { readonly url: string; readonly openType: string; readonly delta: number }): void
  /** The user agrees to the privacy guide by tapping a button of the page's. */
  consent(buttonId: string): void
}

export interface BuiltIn {
  /** The value of each property before the page sets it; properties without one are `undefined`. */
  readonly defaults?: Readonly<Record<string, unknown>>
  /** Properties that do something in WeChat and nothing here: reported as missing once a page sets them. */
  readonly lacks?: readonly string[]
  /** Once, when it is rendered. */
  attached?(self: Rendered): void
  /** After {@link attached}, and again whenever one of these properties changes. */
  readonly watched?: readonly string[]
  changed?(self: Rendered): void
}
