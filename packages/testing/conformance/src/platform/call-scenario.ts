// Scenarios that consist of one call: what is unusual about it, and the code that it must return.
import type { Call } from '@local-number/protocol/return-codes'
import type { Localized } from '../localized'
import type { Need } from '../scenario'
import type { Alteration } from './alteration'
import type { Fixture, FixtureOptions } from './fixture'
import { type ClientEdition, isHttps, Login } from './login'
import {
  applyStep,
  assertCode,
  callSuccessfully,
  listEarlierCalls,
  type PlatformScenario,
  type SetupStep,
  withFixture,
} from './scenario'

export interface CallScenario extends Omit<PlatformScenario, 'run' | 'needs' | 'title'>, Pick<FixtureOptions, 'line'> {
  /** @default the call, the code and {@link when} */
  readonly title?: Localized
  /** The circumstances, as the end of a title: `without a contract`. */
  readonly when: Localized
  /** @default 'miniProgram' */
  readonly edition?: ClientEdition
  /** What is wrong with the call. Each runs in a login of its own. @default one correct call */
  readonly alterations?: readonly Alteration[]
  /** Makes the call once, successfully, before the one that counts. */
  readonly twice?: true
}

const CALL_NAMES: Record<Call, Localized> = {
  getMobile: { zh: '取号', en: 'Number retrieval' },
  getToken: { zh: '获取 token ', en: 'The token call' },
  httpsGetMobile: { zh: 'HTTPS 版取号', en: "The HTTPS edition's call" },
  verify: { zh: '校验', en: 'The verification' },
}

export function fromCallScenario(scenario: CallScenario): PlatformScenario {
  const { when, edition: _, alterations: __, twice: ___, line: ____, ...facts } = scenario
  const name = CALL_NAMES[scenario.call]
  const title = scenario.title ?? {
    zh: `${when.zh}时，${name.zh}返回 ${scenario.code}`,
    en: `${name.en} answers ${scenario.code} ${when.en}`,
  }
  return {
    ...facts,
    title,
    needs: findNeeds(scenario),
    run: (subject) => withFixture(subject, scenario, (fixture) => runCall(scenario, fixture)),
  }
}

/** Logins and tokens are possible without control of the platform. */
const needsNoControl = (step: SetupStep) => 'logins' in step || 'tokens' in step

function findNeeds(scenario: CallScenario): readonly Need[] {
  const { basis, edition = 'miniProgram', registration, handset, setup = [], alterations = [] } = scenario
  const changesFixture = registration || handset || !setup.every(needsNoControl)
  const needed: Partial<Record<Need, boolean>> = {
    control: Boolean(changesFixture) || basis === 'assumed' || alterations.some(({ line }) => line !== undefined),
    clock: setup.some((step) => 'clock' in step),
    https: isHttps(edition),
  }
  return (Object.keys(needed) as Need[]).filter((need) => needed[need])
}

async function runCall(scenario: CallScenario, fixture: Fixture): Promise<void> {
  const { call, code, alterations = [{}], edition = 'miniProgram', setup = [], twice } = scenario
  const attempts: { readonly login: Login; readonly alteration: Alteration }[] = []
  for (const alteration of alterations) {
    const login = new Login(fixture, edition)
    for (const earlier of listEarlierCalls(call, edition)) await callSuccessfully(login, earlier)
    if (twice) await callSuccessfully(login, call)
    attempts.push({ login, alteration })
  }
  for (const step of setup) await applyStep(step, fixture, edition)
  for (const { login, alteration } of attempts) assertCode(await login.call(call, alteration), call, code)
}
