// An end for work that nobody can stop.

/** Rejects with the signal's reason when it ends first. What the work does afterwards is not waited for. */
export function raceSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work, late])
}

export function limitTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return raceSignal(work, AbortSignal.timeout(timeoutMs))
}
