// Calls the app once for each number that was proven.

/** One call per visit of the state, however often the login is connected meanwhile: a ticket works once. */
export interface SessionOpener {
  open(visit: number, call: () => void | Promise<unknown>): Promise<unknown>
}

export function createSessionOpener(): SessionOpener {
  let opened: { readonly visit: number; readonly done: Promise<unknown> } | null = null
  return {
    open: (visit, call) => {
      if (opened?.visit !== visit) opened = { visit, done: (async () => call())() }
      return opened.done
    },
  }
}
