// What a built-in component is made of, apart from the framework that it runs in.

/** One rendered built-in, as its own code sees it. */
export interface Rendered {
  /** The id that the page gave it. */
  readonly id: string
  /** The element that the tag is rendered as, e.g. `<wx-input>`. */
  readonly element: HTMLElement
  /** Returns the browser's element inside, by its id in {@link BUILT_IN_TEMPLATES}. */
  getInner<E extends HTMLElement>(id: string): E
  /** Returns the element of this id in the same template. */
  findNeighbor(id: string): Element | null
  /** Returns the value of a property. */
  get(property: string): unknown
  /** Records what the user did to a property, so that the page can set it back. */
  set(property: string, value: unknown): void
  /** Sets classes beside those of the page, which may name them in its styles. Replaces the previous ones. */
  setExtraClass(names: string): void
  trigger(event: string, detail: object, options?: { readonly bubbles?: boolean; readonly composed?: boolean }): void
  /** Listens to an event here or further inside. `target` is the element that the user touched. */
  on(event: string, listener: (target: Element, detail: unknown) => void): void
  /** Reports that the page uses something that this runtime lacks. */
  reportMissing(what: string): void
  /** Warns of what the mini-program does wrong. */
  warn(message: string): void
  /**
   * Returns the address of an image file of the package, or `null` if there is none.
   *
   * @param path from the root with a slash at its beginning, else from the page or component
   */
  findImage(path: string): string | null
  /** Whether the phone loads http images of host names over https. */
  readonly upgradesHttpImages: boolean
  /** Opens a page or goes back, as `<navigator>` does. */
  open(target: NavigatorTarget): void
  /** The user agrees to the privacy guide by tapping one of the page's buttons. */
  consent(buttonId: string): void
  /**
   * Asks the user for the phone number, as a tap on `<button open-type="getPhoneNumber">` does.
   *
   * @param tellsNoQuota whether the user is told that the quota is used up
   * @returns the detail of the button's event
   */
  requestPhoneNumber(tellsNoQuota: boolean): Promise<PhoneNumberDetail>
  /** The phone's keyboard, which fills in codes that it offers. */
  readonly keyboard: Keyboard
}

export interface PhoneNumberDetail {
  readonly errMsg: string
  readonly errno?: number
  readonly code?: string
}

export interface Keyboard {
  /** A field for digits has the focus. */
  open(field: HTMLInputElement): void
  close(): void
}

export interface NavigatorTarget {
  readonly url: string
  readonly openType: string
  readonly delta: number
}

export interface BuiltIn {
  /** Values of properties until the page sets them. @default undefined for each */
  readonly defaults?: Readonly<Record<string, unknown>>
  /**
   * Properties that have an effect, beside {@link defaults} and {@link watched}. All others of WeChat are reported as
   * missing when a page sets them.
   */
  readonly reads?: readonly string[]
  /** Events that happen, or that need a property which is reported. All others of WeChat are reported as missing. */
  readonly events?: readonly string[]
  /** Called once, when the built-in is rendered. */
  attached?(self: Rendered): void
  /** Called when the built-in is removed. */
  detached?(self: Rendered): void
  /** Properties whose changes call {@link changed}. */
  readonly watched?: readonly string[]
  /** Called after {@link attached}, and at each change of a watched property. */
  changed?(self: Rendered): void
}
