// What one line of the platform remembers: numbers taken, tokens issued, checks counted.
import { ExpiringMap } from './expiring-map'

/** A number that was taken and waits for its getToken. The ids are the image's. */
export interface Taking {
  readonly appId: string
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
  readonly version: string
  /** `''` from the H5 edition. */
  readonly wxappid: string
  readonly userInformation: string
  readonly msisdn: string
}

export interface IssuedToken {
  readonly taking: Taking
  /** Milliseconds since 1970. */
  readonly issuedAt: number
}

/** One minute [S 120020]. */
export const TOKEN_LIFETIME_MS = 60_000
/** 103911 looks at the tokens of the last ten minutes. */
const UNUSED_TOKEN_WINDOW_MS = 10 * 60_000
/** How long a taken number waits for getToken is not documented: as long as any page lives that still wants it. */
const TAKING_LIFETIME_MS = 10 * 60_000
const DAY_MS = 24 * 60 * 60_000
const SHANGHAI_OFFSET_MS = 8 * 60 * 60_000
const LIMIT = 10_000

export class Store {
  readonly takings: ExpiringMap<Taking>
  /** Unspent tokens. They stay here beyond their lifetime, because 103911 counts them. */
  readonly tokens: ExpiringMap<IssuedToken>
  readonly #checks: ExpiringMap<number>

  constructor(private readonly now: () => number) {
    this.takings = new ExpiringMap({ ttlMs: TAKING_LIFETIME_MS, limit: LIMIT, now })
    this.tokens = new ExpiringMap({ ttlMs: UNUSED_TOKEN_WINDOW_MS, limit: LIMIT, now })
    this.#checks = new ExpiringMap({ ttlMs: DAY_MS, limit: LIMIT, now })
  }

  unusedTokensOf(msisdn: string): number {
    return this.tokens.values().filter(({ taking }) => taking.msisdn === msisdn).length
  }

  checksToday({ appId, msisdn }: Taking): number {
    return this.#checks.get(this.#today(appId, msisdn)) ?? 0
  }

  countCheck(taking: Taking): void {
    this.#checks.set(this.#today(taking.appId, taking.msisdn), this.checksToday(taking) + 1)
  }

  #today(appId: string, msisdn: string): string {
    const day = new Date(this.now() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
    return `${day} ${appId} ${msisdn}`
  }
}

/** A msgId is the client's random text: only together with the app is it a name. */
export function takingKey({ appId, msgId }: { readonly appId: string; readonly msgId: string }): string {
  return `${appId} ${msgId}`
}
