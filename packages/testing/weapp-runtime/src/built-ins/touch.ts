// What a touch on a label does to the control it belongs to.

/** By rendered element. */
export const touch = new WeakMap<Element, () => void>()
