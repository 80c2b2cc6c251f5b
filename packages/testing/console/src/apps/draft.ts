// What the form of an app holds, and what of it is filed. Lists are edited as lines, optional values as text or nothing.
import type { AppPatch, AppView } from '@local-number/simulator-contract'
import { isWholeNumber, type Mistakes, mistakesIn } from '../form/mistakes'
import { changed } from '../state/changed'
import { withoutArmour } from './pem'

export interface AppDraft {
  readonly appId: string
  readonly appKey: string
  readonly wxappids: string
  readonly devTools: boolean
  readonly scenarios: AppView['scenarios']
  readonly lines: AppView['lines']
  readonly customerPublicKeys: string
  readonly signature: AppView['signature']
  readonly dailyLimit: string
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
  readonly draft: AppDraft
  readonly onChange: (change: Partial<AppDraft>) => void
}

const LONGEST_LIFETIME_MS = 600_000

export const NEW_APP: AppDraft = {
  appId: '',
  appKey: '',
  wxappids: '',
  devTools: false,
  scenarios: ['miniProgram', 'h5'],
  lines: ['production', 'test'],
  customerPublicKeys: '',
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: '10',
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

export function draftOf(app: AppView): AppDraft {
  const { wxappids, customerPublicKeys, ipWhiteList, balance, effectiveAt, expiresAt } = app
  return {
    ...app,
    wxappids: wxappids.join('\n'),
    customerPublicKeys: customerPublicKeys.join('\n'),
    limitsAddresses: ipWhiteList !== null,
    ipWhiteList: ipWhiteList?.join('\n') ?? '',
    dailyLimit: String(app.dailyLimit),
    tokenLifetimeMs: String(app.tokenLifetimeMs),
    balance: balance === null ? '' : String(balance),
    effectiveAt: localDate(effectiveAt),
    expiresAt: localDate(expiresAt),
  }
}

export function filedOf(draft: AppDraft): Required<Omit<AppPatch, 'platformKeys'>> {
  const { appKey, devTools, scenarios, lines, signature, capability, contract, codes } = draft
  return {
    ...{ appKey, devTools, scenarios, lines, signature, capability, contract, codes },
    wxappids: linesOf(draft.wxappids),
    customerPublicKeys: linesOf(withoutArmour(draft.customerPublicKeys)),
    ipWhiteList: draft.limitsAddresses ? linesOf(draft.ipWhiteList) : null,
    dailyLimit: Number(draft.dailyLimit),
    tokenLifetimeMs: Number(draft.tokenLifetimeMs),
    balance: draft.balance === '' ? null : Number(draft.balance),
    effectiveAt: timeOf(draft.effectiveAt),
    expiresAt: timeOf(draft.expiresAt),
  }
}

export function changedOf(draft: AppDraft, before: AppView): AppPatch {
  return changed(filedOf(draft), filedOf(draftOf(before)))
}

export function mistakesOf({ appId, appKey, dailyLimit, tokenLifetimeMs, balance }: AppDraft): Mistakes {
  return mistakesIn([
    ['appId', 'appId', !/^\d{6,20}$/.test(appId.trim())],
    ['appKey', 'missing', appKey === ''],
    ['dailyLimit', 'wholeNumber', !isWholeNumber(dailyLimit)],
    ['tokenLifetimeMs', 'lifetime', !isWholeNumber(tokenLifetimeMs, 1, LONGEST_LIFETIME_MS)],
    ['balance', 'wholeNumber', balance !== '' && !isWholeNumber(balance)],
  ])
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** `2026-11-24T14:03:09` of the reader's time zone, as a datetime-local field wants it. */
function localDate(at: number | null): string {
  if (at === null) return ''
  const time = new Date(at)
  return new Date(at - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

function timeOf(local: string): number | null {
  const at = new Date(local).getTime()
  return Number.isNaN(at) ? null : at
}
