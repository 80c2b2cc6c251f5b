// What an integrator imports: everything an option or a slot speaks of has a name here.

import type { ApiCall, LoginApi, SignAnswer, SignRequest, VerifyAnswer, VerifyOutcome, VerifyRequest } from '../src'
import * as entry from '../src'

test('the package exports exactly these values', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'CARRIER_TERMS',
    'CarrierImage',
    'ConsentBox',
    'LocalNumberLogin',
    'LocalNumberProvider',
    'LoginApiError',
    'PhoneField',
    'REASONS',
    'SubmitButton',
    'forgetPhone',
    'imageEdition',
    'maskMsisdn',
    'parseMsisdn',
    'useLocalNumberLogin',
    'usePhoneField',
    'zhCN',
  ])
})

test('an api of the app’s own needs only the exported types', async () => {
  const outcomes: Record<string, VerifyOutcome> = { '000': 'verified', '001': 'notThisNumber' }
  const sign = async (request: SignRequest, { traceId }: ApiCall): Promise<SignAnswer> => {
    if (request.consent?.version !== '1') throw new entry.LoginApiError('consentRequired', { traceId })
    return { sign: 'SIGNED', attemptId: request.preSign ?? request.edition, traceId }
  }
  const verify = async ({ token }: VerifyRequest, { traceId }: ApiCall): Promise<VerifyAnswer> => ({
    outcome: outcomes[token] ?? 'unavailable',
    code: token,
    attemptsLeft: 3,
    traceId,
  })
  const api: LoginApi = { sign, verify }
  const call: ApiCall = { traceId: 't', signal: new AbortController().signal }
  const request: SignRequest = { preSign: 'P', consent: { version: '2' }, session: 's' }
  await expect(api.sign(request, call)).rejects.toMatchObject({ code: 'consentRequired', traceId: 't' })
})
