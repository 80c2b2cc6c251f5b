// Stand-ins at the machine's ports. Every port answers at once unless a test controls its answer.
import type { Attempt, AttemptOptions, CarrierSdk, IdsAttempt, NetworkType } from '@local-number/jssdk'
import {
  type ConsentAnswer,
  type ConsentRequest,
  type HttpsIds,
  TOKEN_LIFETIMES_MS,
  type VerifyAnswer,
} from '@local-number/protocol'
import { DEFAULT_LIMITS, type LoginConfig } from '../src/config'
import { readHttpsFailure } from '../src/https-failures'
import { createLogin, type LoginRecord } from '../src/login'
import type { ApiCall, EditionName, EditionPort, LoginApi, LoginPorts, NetworkPort } from '../src/ports'
import { createPrefetch } from '../src/prefetch'

export const APP_ID = '300011877495'
export const PHONE = '13800138000'
export const START = Date.UTC(2026, 10, 22)

export const answer = (answered: Partial<VerifyAnswer>): VerifyAnswer => ({
  outcome: 'verified',
  code: '000',
  attemptsLeft: 4,
  traceId: 'the server’s trace',
  ...answered,
})

export const never = <T>(): Promise<T> => new Promise(() => undefined)

export const IDS: HttpsIds = {
  traceId: '0123456789ABCDEFGHIJKLMNOPQRSTUV',
  timestamp: '20261122080000000',
  version: '1.0',
}

export interface StandIns {
  readonly calls: string[]
  readonly networkListeners: Set<(type: NetworkType) => void>
  readonly foregroundListeners: Set<(inForeground: boolean) => void>
  networkType: NetworkType
  askNetwork: NetworkPort['type']
  unsupported: ReturnType<LoginPorts['unsupported']>
  authorize: NonNullable<LoginPorts['authorize']>
  sign: LoginApi['sign']
  /** Without it, nothing is fetched before the tap. */
  consent: LoginApi['consent']
  verify: LoginApi['verify']
  hasNothingToAsk: () => Promise<boolean>
  loadImage: LoginPorts['loadImage']
  requestToken: Attempt['requestToken']
  /** The HTTPS edition's call, which retrieves the number, too. */
  requestHttpsToken: IdsAttempt['requestToken']
  /** The editions that the app may use, in order of preference. */
  editions: readonly EditionName[]
  /** What stands against each edition. */
  readonly against: { readonly [E in EditionName]: Pick<EditionPort, 'unsupported' | 'doubt'> }
  forcesCellular: boolean
  createAttempt: CarrierSdk['createAttempt']
  correctsClock: boolean
}

/** Stand-ins with which everything works; a test replaces what it is about. `calls` lists the calls in order. */
export function createStandIns(): StandIns {
  let attempts = 0
  const standIns: StandIns = {
    calls: [],
    networkListeners: new Set(),
    foregroundListeners: new Set(),
    networkType: '5g',
    askNetwork: async () => standIns.networkType,
    unsupported: null,
    authorize: async () => undefined,
    sign: async ({ edition }) => ({
      sign: 'SIGNED',
      attemptId: `attempt ${attempts}`,
      traceId: 'the server’s trace',
      ...(edition === undefined ? {} : { ids: IDS }),
    }),
    consent: undefined,
    verify: async () => answer({ ticket: 'TICKET' }),
    hasNothingToAsk: async () => true,
    loadImage: async () => undefined,
    requestToken: async () => ({ token: `TOKEN ${attempts}`, userInformation: 'INFO' }),
    requestHttpsToken: async () => ({ token: 'HTTPS TOKEN', userInformation: 'INFO' }),
    editions: ['image'],
    against: { image: {}, https: {} },
    forcesCellular: false,
    correctsClock: true,
    createAttempt: (_options: AttemptOptions) => {
      attempts += 1
      const number = attempts
      return {
        tokenLifetimeMs: TOKEN_LIFETIMES_MS.image,
        preSign: `pre-sign ${number}`,
        image: { src: `http://carrier.test/${number}`, referrerPolicy: 'no-referrer' },
        requestToken: (sign, limits) => {
          standIns.calls.push('token')
          return standIns.requestToken(sign, limits)
        },
      }
    },
  }
  return standIns
}

export function createPorts(standIns: StandIns): LoginPorts {
  let ids = 0
  const network: NetworkPort = {
    type: (signal) => standIns.askNetwork(signal),
    onChange: (listener) => {
      standIns.networkListeners.add(listener)
      return () => standIns.networkListeners.delete(listener)
    },
  }
  return {
    editions: standIns.editions.map((name) => createEdition(name, standIns)),
    api: {
      sign: (request, call) => {
        standIns.calls.push('sign')
        return standIns.sign(request, call)
      },
      ...(standIns.consent && {
        consent: (request: ConsentRequest, call: ApiCall) => {
          standIns.calls.push('consent')
          return standIns.consent?.(request, call) as Promise<ConsentAnswer>
        },
      }),
      verify: (request, call) => {
        standIns.calls.push('verify')
        return standIns.verify(request, call)
      },
    },
    network,
    loadImage: (image, signal) => {
      standIns.calls.push('image')
      return standIns.loadImage(image, signal)
    },
    unsupported: () => standIns.unsupported,
    authorize: (signal) => standIns.authorize(signal),
    foreground: {
      onChange: (listener) => {
        standIns.foregroundListeners.add(listener)
        return () => standIns.foregroundListeners.delete(listener)
      },
    },
    now: () => Date.now(),
    newId: () => `id ${++ids}`,
  }
}

function createEdition(name: EditionName, standIns: StandIns): EditionPort {
  const facts = { edition: 'miniProgram', networkType: async () => standIns.networkType } as const
  if (name === 'image') {
    const { correctsClock } = standIns
    const createAttempt: CarrierSdk['createAttempt'] = (options, signal) => standIns.createAttempt(options, signal)
    return { name, ...standIns.against.image, sdk: { ...facts, correctsClock, createAttempt } }
  }
  const createAttempt = (): IdsAttempt => ({
    edition: 'httpsMiniProgram',
    tokenLifetimeMs: TOKEN_LIFETIMES_MS.https,
    requestToken: (signed, limits) => {
      standIns.calls.push('httpsToken')
      return standIns.requestHttpsToken(signed, limits)
    },
  })
  const sdk = {
    ...facts,
    idsEdition: 'httpsMiniProgram',
    forcesCellular: () => standIns.forcesCellular,
    createAttempt,
  } as const
  return {
    name,
    createPrefetch: (options) => createPrefetch(options, () => standIns.hasNothingToAsk()),
    readFailure: readHttpsFailure,
    ...standIns.against.https,
    sdk,
  }
}

export const config = (overrides: Partial<LoginConfig> = {}): LoginConfig => ({
  attempt: { appId: APP_ID },
  consentVersion: '2026-11',
  networkCheck: 'auto',
  limits: DEFAULT_LIMITS,
  ...overrides,
})

/** A connected login over these stand-ins, driven by fake timers. */
export function startLogin(
  standIns: StandIns,
  overrides: Partial<LoginConfig> = {},
  ports: Partial<Pick<LoginPorts, 'openSession' | 'readInitialPhone'>> = {},
) {
  const records: LoginRecord[] = []
  const login = createLogin(config(overrides), { ...createPorts(standIns), ...ports }, (record) => records.push(record))
  const disconnect = login.connect()
  return { ...login, ...login.actions, records, disconnect, state: () => login.store.getState() }
}

/** The app goes to the background, or comes back. */
export function goTo(where: 'background' | 'foreground', { foregroundListeners }: StandIns): void {
  for (const listener of [...foregroundListeners]) listener(where === 'foreground')
}

/** Runs everything that is due now. */
export const settle = () => jest.advanceTimersByTimeAsync(0)

/** Walks to the phone field, types the number and submits it. */
export async function submitNumber(login: ReturnType<typeof startLogin>, phone = PHONE): Promise<void> {
  login.edit(phone)
  login.submit()
  await settle()
}
