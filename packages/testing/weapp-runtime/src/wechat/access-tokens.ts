// Access tokens as `cgi-bin/stable_token` issues them (developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/
// api_getstableaccesstoken): one at a time, renewed in the last five minutes of its life, in which both are valid.
import { randomBytes } from 'node:crypto'

const LIFETIME_MS = 7200_000
/** "在普通模式调用下，平台会提前5分钟更新 access_token"; the old one is valid for as long after that. */
const OVERLAP_MS = 300_000
/** "连续使用该模式时，请保证调用时间隔至少为30s，否则不会刷新". */
const FORCE_INTERVAL_MS = 30_000

interface Token {
  readonly value: string
  readonly expiresAt: number
}

export class AccessTokens {
  #current: Token | null = null
  #former: Token | null = null
  #forcedAt = Number.NEGATIVE_INFINITY
  /** Expired ones are told from unknown ones. */
  readonly #issued = new Set<string>()
  readonly #revoked = new Set<string>()

  constructor(private readonly now: () => number) {}

  /** @returns the valid token, or a new one if there is none, if it is about to expire, or if `force` asks for one */
  issue(force: boolean): { readonly access_token: string; readonly expires_in: number } {
    const token = this.#choose(force)
    return { access_token: token.value, expires_in: Math.floor((token.expiresAt - this.now()) / 1000) }
  }

  judge(value: string): 'valid' | 'expired' | 'unknown' {
    const token = [this.#current, this.#former].find((known) => known?.value === value)
    if (token && this.now() < token.expiresAt) return 'valid'
    return this.#issued.has(value) && !this.#revoked.has(value) ? 'expired' : 'unknown'
  }

  #choose(force: boolean): Token {
    const now = this.now()
    const current = this.#current
    if (current === null || now >= current.expiresAt) return this.#renew(null)
    if (force && now - this.#forcedAt >= FORCE_INTERVAL_MS) {
      this.#forcedAt = now
      this.#revoked.add(current.value)
      return this.#renew(null)
    }
    const isEnding = current.expiresAt - now <= OVERLAP_MS
    return isEnding ? this.#renew({ ...current, expiresAt: now + OVERLAP_MS }) : current
  }

  #renew(former: Token | null): Token {
    const token = { value: randomBytes(64).toString('base64url'), expiresAt: this.now() + LIFETIME_MS }
    this.#issued.add(token.value)
    this.#current = token
    this.#former = former
    return token
  }
}
