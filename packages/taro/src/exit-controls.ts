// What every slot receives: the ways out of a screen.

export interface ExitControls {
  /** To another way: the list of ways, or your `renderFallback`. `null` without either. */
  readonly leave: (() => void) | null
  /** Calls `onCancel`; `null` without it. */
  readonly cancel: (() => void) | null
}
