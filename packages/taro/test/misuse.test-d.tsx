// What must not compile, and what must: checked by the type check alone.
import { imageEdition, LocalNumberLogin, type LocalNumberLoginProps, useLocalNumberLogin } from '../src'
import { en } from '../src/locale/en'

const base = { appId: '300011877495', appName: 'Shop', consentVersion: '1' } as const
const api = { baseUrl: 'https://shop.test' }
const version: string = new Date(0).toISOString()

export const allowed: readonly unknown[] = [
  <LocalNumberLogin key={0} {...base} api={api} />,
  <LocalNumberLogin key={1} {...base} api={{ cloudFunction: 'login' }} />,
  <LocalNumberLogin key={2} {...base} api={{ sign: async () => Object(), verify: async () => Object() }} />,
  <LocalNumberLogin key={3} {...base} consentVersion={version} api={api} />,
  <LocalNumberLogin key={4} {...base} api={api} locales={[en]} locale="zh_HK" texts={{ phone: { submit: 'Go' } }} />,
  <LocalNumberLogin key={5} {...base} api={api} locale={en} editions={[imageEdition]} />,
  <LocalNumberLogin key={6} {...base} api={api} onVerified={async ({ way }) => void way} />,
]

export const refused: readonly unknown[] = [
  // @ts-expect-error two kinds of business server
  <LocalNumberLogin key={0} {...base} api={{ baseUrl: 'https://shop.test', cloudFunction: 'login' }} />,
  // @ts-expect-error no business server
  <LocalNumberLogin key={1} {...base} />,
  // @ts-expect-error a text that no locale has
  <LocalNumberLogin key={2} {...base} api={api} texts={{ welcome: 'Hello' }} />,
  // @ts-expect-error a theme that does not exist
  <LocalNumberLogin key={3} {...base} api={api} theme="sepia" />,
  // @ts-expect-error an empty version names no terms
  <LocalNumberLogin key={4} {...base} consentVersion="" api={api} />,
  // @ts-expect-error the script itself, without createVendorDriver
  <LocalNumberLogin key={5} {...base} api={api} sdk={{ getSign: () => '' }} />,
]

export function useRefused(props: LocalNumberLoginProps) {
  // @ts-expect-error an empty version names no terms
  useLocalNumberLogin({ ...props, consentVersion: '' })
}
