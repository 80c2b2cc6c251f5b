// Listeners are the app's code: neither what one of them throws nor what it asks for may come between a step's halves.

/** Calls a listener. An error surfaces as an uncaught one, in a turn of its own, for whatever the app has for those. */
export function inform(listener: () => void): void {
  try {
    listener()
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}

/** Runs to completion: what arrives while something is handled, from a listener perhaps, waits for its turn. */
export function inTurn<T extends object>(handle: (item: T) => void): (item: T) => void {
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
