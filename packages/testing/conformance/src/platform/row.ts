// Scenarios that are alike: one call of a login, something about it, and the code that it must give.
import type { Line } from '@local-number/protocol'
import { CALLS, type Call, type CauseId } from '@local-number/protocol/return-codes'
import type { AppFiling, AppPatch, ClockChange, ControlledHandset, FaultRequest, HandsetPatch } from '../admin-calls'
import { must, shown } from '../must'
import type { Need, Scenario } from '../scenario'
import type { Localized } from '../texts'
import type { Bend } from './bend'
import { type Answer, type ClientEdition, Login } from './login'
import { controlsOf, type Stage } from './stage'
import type { PlatformSubject } from './subject'

/** A change to the stage: data, so that a recipe can show the very command. */
export type Change =
  | { readonly app: AppPatch }
  | { readonly handset: HandsetPatch }
  | { readonly clock: ClockChange }
  | { readonly fault: FaultRequest }
  /** This many other logins of the same number are carried through to their yes. */
  | { readonly logins: number }
  /** This many tokens of the same number are taken and left unused. */
  | { readonly tokens: number }

/** A scenario of the platform suite: what it shows of a code, for the documentation. */
export interface PlatformScenario extends Scenario<PlatformSubject> {
  readonly call: Call
  readonly code: string
  readonly cause?: CauseId
  /** How to get this code in the simulator. */
  readonly recipe?: Localized
  readonly filed?: Partial<AppFiling>
  readonly handset?: Partial<ControlledHandset>
  /** What comes before the call. Of a story, whose own steps they are: for its recipe only. */
  readonly given?: readonly Change[]
  /** Another app that a recipe wants filed first. */
  readonly alsoFiled?: AppFiling
}

export interface Row extends Omit<PlatformScenario, 'run' | 'needs' | 'title'> {
  /** Default: the call, the code and {@link when}. */
  readonly title?: Localized
  /** The circumstances, as the end of a title: `without a contract`. */
  readonly when: Localized
  /** Where the login takes place. Default: production where there is one. */
  readonly line?: Line
  readonly edition?: ClientEdition
  /** What is wrong with the call; each is tried in a login of its own. Default: nothing. */
  readonly bends?: readonly Bend[]
  /** The call is made once, with success, before the one that counts. */
  readonly twice?: true
}

const CALL_NAMES: Record<Call, Localized> = {
  getMobile: { zh: '取号', en: 'Number taking' },
  getToken: { zh: '获取 token ', en: 'The token call' },
  verify: { zh: '校验', en: 'The verification' },
}

export function fromRow(row: Row): PlatformScenario {
  const { when, edition: _, bends: __, twice: ___, line: ____, ...facts } = row
  const name = CALL_NAMES[row.call]
  const title = row.title ?? {
    zh: `${when.zh}时，${name.zh}返回 ${row.code}`,
    en: `${name.en} answers ${row.code} ${when.en}`,
  }
  return { ...facts, title, needs: needsOf(row), run: (subject) => onStage(subject, row, (stage) => play(row, stage)) }
}

/** Logins and tokens can be had on a line that is not ours, too. */
const isDoneByHand = (change: Change) => 'logins' in change || 'tokens' in change

function needsOf({ filed, handset, given = [], bends = [] }: Row): readonly Need[] {
  const control = filed || handset || !given.every(isDoneByHand) || bends.some((bend) => bend.line)
  const clock = given.some((change) => 'clock' in change)
  return [...(control ? (['control'] as const) : []), ...(clock ? (['clock'] as const) : [])]
}

/** Whatever happens on it, nothing of a stage is left behind. */
export async function onStage(
  subject: PlatformSubject,
  options: Parameters<PlatformSubject['stage']>[0],
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const stage = await subject.stage(options)
  try {
    await play(stage)
  } finally {
    await stage.close()
  }
}

async function play(row: Row, stage: Stage): Promise<void> {
  const { call, code, bends = [{}], edition = 'miniProgram', given = [], twice } = row
  const attempts: { readonly login: Login; readonly bend: Bend }[] = []
  for (const bend of bends) {
    const login = new Login(stage, edition)
    for (const before of CALLS.slice(0, CALLS.indexOf(call))) await succeed(login, before)
    if (twice) await succeed(login, call)
    attempts.push({ login, bend })
  }
  for (const change of given) await apply(change, stage)
  for (const { login, bend } of attempts) mustAnswer(await login.call(call, bend), call, code)
}

const SUCCESS: Record<Call, string> = { getMobile: '000000', getToken: '000000', verify: '000' }

export async function succeed(login: Login, call: Call, bend: Bend = {}): Promise<Answer> {
  const answer = await login.call(call, bend)
  mustAnswer(answer, call, SUCCESS[call])
  return answer
}

/** A login from the image to its yes. */
export async function carryThrough(stage: Stage): Promise<void> {
  const login = new Login(stage, 'miniProgram')
  for (const call of CALLS) await succeed(login, call)
}

/** @throws Unmet unless the answer has this code, and a token if and only if there is one to have */
export function mustAnswer(answer: Answer, call: Call, code: string): void {
  must(answer.code === code, `the code of ${call} must be "${code}", and was ${codeSaid(answer)}`)
  if (call === 'getToken') must(Boolean(answer.token) === (code === SUCCESS.getToken), 'only a success has a token')
}

/** What to look at where there is none. */
function codeSaid({ code, status, type }: Answer): string {
  if (status === 0) return `"${code}": no answer came`
  return code ? shown(code) : `none: HTTP ${status} ${type || 'without a type'}`
}

export async function apply(change: Change, stage: Stage): Promise<void> {
  if ('logins' in change) {
    for (let done = 0; done < change.logins; done += 1) await carryThrough(stage)
  } else if ('tokens' in change) {
    for (let done = 0; done < change.tokens; done += 1) await takeToken(stage)
  } else {
    await applyByControl(change, stage)
  }
}

async function takeToken(stage: Stage): Promise<void> {
  const login = new Login(stage, 'miniProgram')
  await succeed(login, 'getMobile')
  await succeed(login, 'getToken')
}

async function applyByControl(change: Exclude<Change, { logins: number } | { tokens: number }>, stage: Stage) {
  const { control, appId, handsetId } = controlsOf(stage)
  if ('app' in change) await control.changeApp(appId, change.app)
  else if ('handset' in change) await control.changeHandset(handsetId, change.handset)
  else if ('clock' in change) await control.moveClock(change.clock)
  // Another run, or a login by hand, must not meet it.
  else await control.addFault({ ...change.fault, handset: handsetId })
}
