// The console's forms against what the simulator really refuses.
import { NEW_APP, toRegistration } from '../../../console/src/apps/draft'
import { NEW_FAULT } from '../../../console/src/faults/draft'
import { toFieldErrors } from '../../../console/src/form/field-errors'
import { SimulatorError } from '../../src/common/errors'
import { appSchema } from '../../src/schemas/app'
import { parseFaultRequest } from '../../src/schemas/fault'
import { parseFields } from '../../src/schemas/parse-fields'

function refuse(parse: () => unknown): SimulatorError {
  try {
    parse()
  } catch (error) {
    if (error instanceof SimulatorError) return error
    throw error
  }
  throw new Error('the request was accepted')
}

test('what the simulator refuses about a fault is shown beside the fields of the fault form', () => {
  const request = { call: 'verify', effect: { status: 499, drop: 'all', delayMs: -1 }, times: 0 }
  const refusal = refuse(() => parseFaultRequest(request as never))
  expect(Object.keys(toFieldErrors(refusal, NEW_FAULT)).sort()).toEqual([
    'effect.delayMs',
    'effect.drop',
    'effect.status',
    'times',
  ])
})

test('what the simulator refuses about an app is shown beside the fields of the app form', () => {
  const draft = { ...NEW_APP, appId: 'x', appKey: 'k', wxappids: 'wx1\n?', customerPublicKeys: 'no key', balance: '-1' }
  const refusal = refuse(() => parseFields({ ...toRegistration(draft), appId: draft.appId }, appSchema))
  const errors = toFieldErrors(refusal, draft)
  expect(Object.keys(errors).sort()).toEqual(['appId', 'balance', 'customerPublicKeys', 'wxappids'])
  expect(errors.wxappids).toMatchObject({ path: 'wxappids[1]', code: 'malformed' })
  expect(errors.customerPublicKeys).toMatchObject({ path: 'customerPublicKeys[0]', code: 'notAnRsaKey' })
})
