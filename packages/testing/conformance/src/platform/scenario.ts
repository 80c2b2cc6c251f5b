// What a scenario of the platform suite is, and what its steps have in common.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type {
  AppPatch,
  AppRegistration,
  ClockChange,
  FaultRequest,
  Handset,
  HandsetPatch,
} from '@local-number/simulator-contract'
import { assert, formatValue } from '../assertions'
import type { Localized } from '../localized'
import type { Scenario } from '../scenario'
import type { Alteration } from './alteration'
import type { Answer } from './answer'
import { type Fixture, type FixtureOptions, getControls } from './fixture'
import { type ClientEdition, Login } from './login'
import type { PlatformSubject } from './subject'

/** A change to the fixture before the call. It is data, so that a recipe can show the command. */
export type SetupStep =
  | { readonly app: AppPatch }
  | { readonly handset: HandsetPatch }
  | { readonly clock: ClockChange }
  | { readonly fault: FaultRequest }
  /** This many other logins of the same number end in 000. */
  | { readonly logins: number }
  /** This many tokens of the same number are issued and not used. */
  | { readonly tokens: number }

/** A scenario of the platform suite, with the return code that it demonstrates. */
export interface PlatformScenario extends Scenario<PlatformSubject> {
  readonly call: Call
  readonly code: string
  readonly cause?: CauseId
  /** How to produce this code on the simulator, as a sentence. */
  readonly recipe?: Localized
  /** Differs from the registration of an ordinary app. */
  readonly registration?: Partial<AppRegistration>
  /** Differs from an ordinary handset. */
  readonly handset?: Partial<Handset>
  /** The steps before the call. A flow scenario has its own steps; there these are for the recipe only. */
  readonly setup?: readonly SetupStep[]
  /** A second app that the recipe registers first. */
  readonly secondApp?: AppRegistration
}

const SUCCESS: Record<Call, string> = {
  getMobile: '000000',
  getToken: '000000',
  httpsGetMobile: '103000',
  verify: '000',
}

/** The calls of the phone up to its token. */
const TOKEN_CALLS: Record<ClientEdition, readonly Call[]> = {
  miniProgram: ['getMobile', 'getToken'],
  h5: ['getMobile', 'getToken'],
  httpsMiniProgram: ['httpsGetMobile'],
  httpsH5: ['httpsGetMobile'],
}

/** Lists the calls of a login before this one, in order. */
export function listEarlierCalls(call: Call, edition: ClientEdition): readonly Call[] {
  const calls = TOKEN_CALLS[edition]
  return call === 'verify' ? calls : calls.slice(0, calls.indexOf(call))
}

/** Runs steps on a fixture and removes it afterwards. */
export async function withFixture(
  subject: PlatformSubject,
  options: FixtureOptions,
  run: (fixture: Fixture) => Promise<void>,
): Promise<void> {
  const fixture = await subject.createFixture(options)
  try {
    await run(fixture)
  } finally {
    await fixture.close()
  }
}

/** Makes a call that must succeed. @throws Unmet */
export async function callSuccessfully(login: Login, call: Call, alteration: Alteration = {}): Promise<Answer> {
  const answer = await login.call(call, alteration)
  assertCode(answer, call, SUCCESS[call])
  return answer
}

/** Completes a login in a mini-program, from the image to 000. @throws Unmet */
export async function logIn(fixture: Fixture, edition?: ClientEdition): Promise<void> {
  await callSuccessfully(await startLogin(fixture, edition), 'verify')
}

/** Starts a login, up to its token. @throws Unmet */
export async function startLogin(fixture: Fixture, edition: ClientEdition = 'miniProgram'): Promise<Login> {
  const login = new Login(fixture, edition)
  for (const call of TOKEN_CALLS[edition]) await callSuccessfully(login, call)
  return login
}

/** @throws Unmet unless the answer has this code, and a token if and only if a call that gives one succeeded */
export function assertCode(answer: Answer, call: Call, code: string): void {
  assert(answer.code === code, `the code of ${call} must be "${code}", and was ${describeCode(answer)}`)
  if (call === 'getToken' || call === 'httpsGetMobile') {
    assert(Boolean(answer.token) === (code === SUCCESS[call]), `${call} must give a token only if it succeeds`)
  }
}

/** Without a code, describes the answer instead. */
function describeCode({ code, status, type }: Answer): string {
  if (status === 0) return `"${code}": no answer came`
  return code ? formatValue(code) : `missing: HTTP ${status} ${type || 'without a content type'}`
}

/** @param edition of the step's logins and tokens. @default mini-program */
export async function applyStep(step: SetupStep, fixture: Fixture, edition?: ClientEdition): Promise<void> {
  if ('logins' in step) {
    for (let done = 0; done < step.logins; done += 1) await logIn(fixture, edition)
  } else if ('tokens' in step) {
    for (let done = 0; done < step.tokens; done += 1) await startLogin(fixture, edition)
  } else {
    await applyWithControl(step, fixture)
  }
}

async function applyWithControl(step: Exclude<SetupStep, { logins: number } | { tokens: number }>, fixture: Fixture) {
  const { control, appId, handsetId } = getControls(fixture)
  if ('app' in step) await control.changeApp(appId, step.app)
  else if ('handset' in step) await control.changeHandset(handsetId, step.handset)
  else if ('clock' in step) await control.moveClock(step.clock)
  // For this handset only: other runs and logins by hand must not meet the fault.
  else await control.addFault({ ...step.fault, handset: handsetId })
}
