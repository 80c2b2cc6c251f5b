// Listeners are app code: they must not be able to interrupt a transition, by throwing or by calling an action.

/**
 * Calls a listener. Its error surfaces as an uncaught one, in a task of its own, where the app's error handling sees
 * it.
 */
export function inform(listener: () => void): void {
  try {
    listener()
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}

/** Handles one item after the other: an item that arrives during handling, perhaps from a listener, waits. */
export function createQueue<T extends object>(handle: (item: T) => void): (item: T) => void {
  const waiting: T[] = []
  let handling = false
  return (item) => {
    waiting.push(item)
    if (handling) return
    handling = true
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) handle(next)
    } finally {
      handling = false
    }
  }
}
