// The demo's constants, from DEMO_* variables. By default the demo uses simulator and backend on this machine.
import type { DemoSettings } from '../src/demo/settings'

type Environment = Readonly<Record<string, string | undefined>>

const LINES: readonly string[] = ['simulator', 'test', 'production'] satisfies DemoSettings['line'][]

/** @throws Error that names the variable, before the build starts */
export function readDemoSettings(env: Environment): DemoSettings {
  const line = env.DEMO_LINE || 'simulator'
  if (!isLine(line)) throw new Error(`DEMO_LINE must be one of ${LINES.join(', ')}, and is ${line}`)
  const requireVariable = (name: string) => {
    if (!env[name]) throw new Error(`DEMO_LINE=${line} needs ${name}: see docs/zh/devtools.md, docs/en/devtools.md`)
    return env[name]
  }
  const callsCarrier = line !== 'simulator'
  return {
    line,
    testPhone: line === 'test' ? requireVariable('DEMO_TEST_PHONE') : '',
    backendUrl: callsCarrier ? requireVariable('DEMO_BACKEND_URL') : env.DEMO_BACKEND_URL || 'http://127.0.0.1:3000',
    carrierOrigin: env.DEMO_CARRIER_ORIGIN || 'http://127.0.0.1:7000',
    consoleOrigin: env.DEMO_CONSOLE_ORIGIN || 'http://127.0.0.1:7002',
    appId: callsCarrier ? requireVariable('DEMO_APP_ID') : env.DEMO_APP_ID || '300011877495',
    consentVersion: env.DEMO_CONSENT_VERSION || '1',
  }
}

function isLine(text: string): text is DemoSettings['line'] {
  return LINES.includes(text)
}
