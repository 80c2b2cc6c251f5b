// The object under test: the document's four methods [S 2.2–2.5], as a mini-program's page calls them.

/** What the callbacks of `getTokenInfo` receive, as far as the document names it. Unchecked: it is the subject's. */
export interface TokenResult {
  readonly code?: unknown
  readonly message?: unknown
  readonly token?: unknown
  readonly userInformation?: unknown
}

export interface Callbacks<Result> {
  success(result: Result): void
  error(result: Result): void
}

/** Parameters of `getImgSrc` and, with `sign`, of `getTokenInfo`. */
export interface ClientData {
  readonly appId?: string
  readonly openType?: string
  readonly expandParams?: string
  readonly isTest?: unknown
  readonly sign?: string
}

export interface Client {
  getConnection(options: { readonly appId: string } & Callbacks<{ readonly netType?: unknown }>): unknown
  getImgSrc(data: ClientData): unknown
  getSign(appId: string): unknown
  getTokenInfo(options: { readonly data: ClientData } & Callbacks<TokenResult>): unknown
}

/** A client SDK that can be tried: opened once a scenario, inside that scenario's phone. */
export interface ClientSubject {
  /** @param wx the phone's `wx`, which is the global one at that time too */
  open(wx: object): Client
}

const METHODS = ['getConnection', 'getImgSrc', 'getSign', 'getTokenInfo'] as const satisfies readonly (keyof Client)[]

export function isClient(value: unknown): value is Client {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  return METHODS.every((method) => typeof (value as Record<string, unknown>)[method] === 'function')
}
