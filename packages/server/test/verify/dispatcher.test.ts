import { usesProxy } from '../../src/verify/dispatcher'

const url = 'http://proxy.example.com:3128'
const mayUseProxy = (origin: string) => usesProxy(origin, { url })

it.each(['127.0.0.1', '127.9.9.9', '[::1]', '[::ffff:7f00:1]', 'localhost', 'LOCALHOST.', 'carrier.localhost'])(
  '%s is this machine, which no proxy can reach',
  (hostname) => {
    expect(mayUseProxy(`https://${hostname}:8443`)).toBe(false)
  },
)

it.each(['www.cmpassport.com', '10.0.0.1', '0.0.0.0', '[fe80::1]', 'localhost.example.com', 'my-localhost'])(
  '%s is another machine',
  (hostname) => {
    expect([mayUseProxy(`https://${hostname}`), mayUseProxy(`http://${hostname}`)]).toEqual([true, false])
  },
)

describe('NO_PROXY is read as curl reads it', () => {
  const platform = 'https://www.cmpassport.com'

  it.each<[string, string, string?]>([
    ['*', 'all hosts'],
    ['www.cmpassport.com', 'the host'],
    ['cmpassport.com', 'its domain'],
    ['.cmpassport.com', 'its domain'],
    ['*.cmpassport.com', 'its domain'],
    ['www.cmpassport.com.', 'the host, with the dot of the root'],
    ['other.com\tWWW.CMPASSPORT.COM ,', 'the host in a list'],
    ['www.cmpassport.com:443', 'the host with its port'],
    ['10.0.0.0/8', 'a network', 'https://10.1.2.3'],
    ['[2001:db8::1]:443', 'an address with its port', 'https://[2001:db8::1]'],
    ['2001:db8::1', 'an address', 'https://[2001:db8::1]'],
  ])('%s bypasses the proxy for %s', (bypass, _what, origin = platform) => {
    expect(usesProxy(origin, { url, bypass })).toBe(false)
  })

  it.each<[string, string?]>([
    ['a *'],
    ['*,b'],
    ['port.com'],
    ['sub.www.cmpassport.com'],
    ['www.cmpassport.com:8443'],
    ['.'],
    ['10.0.0.0/33', 'https://10.1.2.3'],
    ['nonsense/8', 'https://10.1.2.3'],
    ['0.3', 'https://10.1.0.3'],
    [''],
  ])('%s does not', (bypass, origin = platform) => {
    expect(usesProxy(origin, { url, bypass })).toBe(true)
  })
})
