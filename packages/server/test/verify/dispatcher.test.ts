import { mayUseProxy } from '../../src/verify/dispatcher'

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
