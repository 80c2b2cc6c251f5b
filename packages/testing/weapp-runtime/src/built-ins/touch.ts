/** What a touch on a label does to its control, by the control's rendered element. */
export const touchActions = new WeakMap<Element, () => void>()
