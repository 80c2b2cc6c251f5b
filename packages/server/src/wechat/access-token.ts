// WeChat's access token for one process. In its normal mode `stable_token` answers the same token to every process
// until 5 minutes before its end, so that nothing has to be shared between them (decision 0031).

/** WeChat answers a new token from this many ms before the end of the former one, which stays valid. [W stable_token] */
const RENEW_MS = 300_000

export interface FetchedToken {
  readonly token: string
  /** In ms. */
  readonly lifetimeMs: number
}

export interface AccessToken {
  /** Returns the current token, fetched if there is none. Callers at the same time share one fetch. */
  read(): Promise<string>
  /** Forgets a token that WeChat refused, unless another one has replaced it. */
  forget(token: string): void
}

interface Current {
  readonly token: string
  readonly renewAt: number
}

export function createAccessToken(fetchToken: () => Promise<FetchedToken>, now: () => number): AccessToken {
  let current: Current | null = null
  let fetching: Promise<Current> | null = null

  async function renew(): Promise<Current> {
    const { token, lifetimeMs } = await fetchToken()
    return { token, renewAt: now() + lifetimeMs - RENEW_MS }
  }

  return {
    async read() {
      if (current && now() < current.renewAt) return current.token
      fetching ??= renew().finally(() => {
        fetching = null
      })
      current = await fetching
      return current.token
    },
    forget(token) {
      if (current?.token === token) current = null
    },
  }
}
