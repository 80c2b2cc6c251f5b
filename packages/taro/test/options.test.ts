import { DEFAULT_LIMITS } from '@local-number/login'
import { createConfig } from '../src/options'

describe('time limits', () => {
  test('override the defaults one by one', () => {
    const api = { baseUrl: 'https://shop.test' }
    const limits = { imageMs: 1, signMs: undefined }
    expect(createConfig({ appId: '300011877495', consentVersion: '1', api, limits }).limits).toEqual({
      ...DEFAULT_LIMITS,
      imageMs: 1,
    })
  })
})
