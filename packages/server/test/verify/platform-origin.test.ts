import { findPlatformOriginFaults } from '../../src'

describe('production accepts the platform', () => {
  it.each([
    'https://www.cmpassport.com',
    'https://www.cmpassport.com:8443',
    'https://8.8.8.8',
    'https://[2001:db9::1]',
  ])('%s', (origin) => {
    expect(findPlatformOriginFaults(origin)).toEqual([])
  })
})

describe('production refuses the platform', () => {
  it.each([
    ['http://www.cmpassport.com', ['notHttps']],
    ['https://120.197.235.102:7002', ['testLine']],
    ['http://120.197.235.101:8315', ['notHttps', 'testLine']],
    ['https://[::ffff:120.197.235.102]:7002', ['testLine']],
    ['http://127.0.0.1:4000', ['notHttps', 'privateHost']],
  ])('%s: %j', (origin, faults) => {
    expect(findPlatformOriginFaults(origin)).toEqual(faults)
  })

  it.each([
    'localhost',
    'LOCALHOST.',
    'api.localhost',
    'simulator',
    'printer.local',
    'host.docker.internal',
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.2',
    '169.254.169.254',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[fd00::1]',
    '[fe80::1]',
    '[fec0::1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    'localhost..',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[ff02::1]',
    '[64:ff9b:1::1]',
    '[::ffff:0:10.0.0.1]',
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.255',
    '[2001:db8::1]',
    'carrier.corp',
    'carrier.intranet',
    'carrier.home',
  ])('https://%s, which is a private host', (host) => {
    expect(findPlatformOriginFaults(`https://${host}`)).toEqual(['privateHost'])
  })
})
