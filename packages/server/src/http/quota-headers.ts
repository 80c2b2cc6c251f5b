// What clients and proxies may know of limits, as headers: RateLimit and RateLimit-Policy
// (draft-ietf-httpapi-ratelimit-headers), and Retry-After (RFC 9110 §10.2.3). All count in seconds.
import type { QuotaFacts } from '../call-facts'
import type { ErrorFacts } from '../errors'

type Headers = Record<string, string>

export function describeQuotas(quotas: readonly QuotaFacts[]): Headers {
  if (quotas.length === 0) return {}
  return {
    'ratelimit-policy': quotas
      .map(({ name, limit, windowMs }) => `"${name}";q=${limit};w=${toSeconds(windowMs)}`)
      .join(', '),
    ratelimit: quotas
      .map(({ name, remaining, resetMs }) => `"${name}";r=${remaining};t=${toSeconds(resetMs)}`)
      .join(', '),
  }
}

export function describeWait({ retryAfterMs, reason }: ErrorFacts): Headers {
  if (retryAfterMs === undefined) return {}
  const seconds = toSeconds(retryAfterMs)
  return { 'retry-after': String(seconds), ...(reason !== undefined && { ratelimit: `"${reason}";r=0;t=${seconds}` }) }
}

function toSeconds(ms: number): number {
  return Math.ceil(ms / 1000)
}
