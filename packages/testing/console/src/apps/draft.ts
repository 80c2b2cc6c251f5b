// What the form of an app holds, and the registration that it becomes. Lists are edited as lines of text, optional
// values as text that may be empty.
import type { AppPatch, AppView } from '@local-number/simulator-contract'
import type { FormRulesRecord, UseFormReturnType } from '@mantine/form'
import { isWholeNumber, mistakeIf } from '../form/rules'
import { pickChanges } from '../state/changes'
import { stripPemArmour } from './pem'

export interface AppDraft {
  readonly appId: string
  readonly appKey: string
  readonly wxappids: string
  readonly devTools: boolean
  readonly scenarios: AppView['scenarios']
  readonly editions: AppView['editions']
  /** `''`: any origin. */
  readonly origins: string
  readonly lines: AppView['lines']
  readonly customerPublicKeys: string
  readonly signature: AppView['signature']
  readonly dailyLimit: string
  readonly dailyLimitPeriod: AppView['dailyLimitPeriod']
  readonly tokenLifetimeMs: string
  readonly limitsAddresses: boolean
  readonly ipWhiteList: string
  readonly capability: boolean
  readonly contract: AppView['contract']
  /** `''`: any number. */
  readonly balance: string
  /** As `datetime-local` writes it, `''` for none. */
  readonly effectiveAt: string
  readonly expiresAt: string
  readonly codes: AppView['codes']
}

export interface AppFieldsProps {
  readonly fields: UseFormReturnType<AppDraft>
}

const LONGEST_LIFETIME_MS = 600_000

export const NEW_APP: AppDraft = {
  appId: '',
  appKey: '',
  wxappids: '',
  devTools: false,
  scenarios: ['miniProgram', 'h5'],
  editions: ['image', 'httpsMiniProgram', 'httpsH5'],
  origins: '',
  lines: ['production', 'test'],
  customerPublicKeys: '',
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: '10',
  dailyLimitPeriod: 'calendarDay',
  tokenLifetimeMs: '60000',
  limitsAddresses: false,
  ipWhiteList: '',
  capability: true,
  contract: 'bound',
  balance: '',
  effectiveAt: '',
  expiresAt: '',
  codes: 'document',
}

/** @param app `null` for a new one */
export function toDraft(app: AppView | null): AppDraft {
  if (app === null) return NEW_APP
  const { wxappids, customerPublicKeys, ipWhiteList, balance, effectiveAt, expiresAt } = app
  return {
    ...app,
    wxappids: wxappids.join('\n'),
    origins: app.origins?.join('\n') ?? '',
    customerPublicKeys: customerPublicKeys.join('\n'),
    limitsAddresses: ipWhiteList !== null,
    ipWhiteList: ipWhiteList?.join('\n') ?? '',
    dailyLimit: String(app.dailyLimit),
    tokenLifetimeMs: String(app.tokenLifetimeMs),
    balance: balance === null ? '' : String(balance),
    effectiveAt: toLocalTime(effectiveAt),
    expiresAt: toLocalTime(expiresAt),
  }
}

/** Everything but the appId, and but the platform's keys, which the form does not show. */
export function toRegistration(draft: AppDraft): Required<Omit<AppPatch, 'platformKeys'>> {
  const { appKey, devTools, scenarios, editions, lines, signature, capability, contract, codes } = draft
  const origins = splitLines(draft.origins)
  return {
    ...{ appKey, devTools, scenarios, editions, lines, signature, capability, contract, codes },
    origins: origins.length > 0 ? origins : null,
    wxappids: splitLines(draft.wxappids),
    customerPublicKeys: splitLines(stripPemArmour(draft.customerPublicKeys)),
    ipWhiteList: draft.limitsAddresses ? splitLines(draft.ipWhiteList) : null,
    dailyLimit: Number(draft.dailyLimit),
    dailyLimitPeriod: draft.dailyLimitPeriod,
    tokenLifetimeMs: Number(draft.tokenLifetimeMs),
    balance: draft.balance === '' ? null : Number(draft.balance),
    effectiveAt: parseLocalTime(draft.effectiveAt),
    expiresAt: parseLocalTime(draft.expiresAt),
  }
}

export function toPatch(draft: AppDraft, before: AppView): AppPatch {
  return pickChanges(toRegistration(draft), toRegistration(toDraft(before)))
}

export const APP_RULES: FormRulesRecord<AppDraft> = {
  appId: (appId) => mistakeIf(!/^\d{6,20}$/.test(appId.trim()), 'appId'),
  appKey: (appKey) => mistakeIf(appKey === '', 'missing'),
  dailyLimit: (limit) => mistakeIf(!isWholeNumber(limit), 'wholeNumber'),
  tokenLifetimeMs: (lifetime) => mistakeIf(!isWholeNumber(lifetime, 1, LONGEST_LIFETIME_MS), 'lifetime'),
  balance: (balance) => mistakeIf(balance !== '' && !isWholeNumber(balance), 'wholeNumber'),
}

function splitLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `2026-11-24T14:03:09` in the browser's time zone, as a datetime-local field needs it. */
function toLocalTime(at: number | null): string {
  if (at === null) return ''
  const time = new Date(at)
  return new Date(at - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

function parseLocalTime(local: string): number | null {
  const at = new Date(local).getTime()
  return Number.isNaN(at) ? null : at
}
