/**
 * How often React renders the component: at most once for each change of the state, and once for changes that follow
 * each other at once.
 *
 * @jest-environment-options {"url": "https://shop.test/login"}
 */
import { Profiler } from 'react'
import { imageEdition, LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { httpsEdition } from '../src/https'
import { createProps, createServers, open, type Page } from './page'

/** As the field shows it: other texts are cleaned by the field, which renders itself once more for that. */
const GROUPED = '138 0013 8000'

/** Opens the login, and notes each state that it reaches and each time that React has rendered it. */
function openCounted(props: Partial<LocalNumberLoginProps>) {
  const steps: string[] = []
  const servers = createServers()
  const { sign, consent, verify } = servers
  const onEvent: LocalNumberLoginProps['onEvent'] = ({ to }) => void steps.push(to)
  const defaults = createProps(servers, { api: { sign, consent, verify }, onEvent })
  const page = open(
    <Profiler id="login" onRender={() => void steps.push('rendered')}>
      <LocalNumberLogin {...Object.assign(defaults, props)} />
    </Profiler>,
  )
  const change = async (what: string, work: () => Promise<unknown>) => {
    steps.push(what)
    await work()
  }
  return { page, steps, change }
}

/** Places where React rendered twice without a change between. */
const findExtraRenders = (steps: readonly string[]) =>
  steps.flatMap((step, at) => (step === 'rendered' && steps[at - 1] === 'rendered' ? [steps.slice(0, at + 1)] : []))

type Counted = ReturnType<typeof openCounted>
const WALKS: Readonly<Record<string, (page: Page, change: Counted['change']) => Promise<void>>> = {
  stepByStep: async (page, change) => {
    await change('tick', page.tick)
    await change('tap', () => page.tap('本机号码登录'))
    await page.find('.lnl-input input')
    await change('type', () => page.type(GROUPED))
    await change('tap', () => page.tap('登录'))
  },
  oneScreen: async (page, change) => {
    await change('type', () => page.type(GROUPED))
    await change('tick', page.tick)
    await change('tap', () => page.tap('本机号码登录'))
  },
}

test.each(['stepByStep', 'oneScreen'] as const)('%s: no state is rendered twice', async (flow) => {
  const { page, steps, change } = openCounted({ flow, editions: [httpsEdition] })
  await page.find('.lnl-checkbox')
  await WALKS[flow]?.(page, change)
  await page.sees('验证成功')
  expect(steps.at(-1)).toBe('rendered')
  expect(findExtraRenders(steps)).toEqual([])
})

test('the image edition renders once more when its image is removed', async () => {
  const { page, steps, change } = openCounted({
    editions: [imageEdition],
    origins: { production: { getMobile: 'https://carrier.test', getToken: 'https://carrier.test' } as never },
  })
  await page.find('.lnl-checkbox')
  await change('tick', page.tick)
  await change('tap', () => page.tap('本机号码登录'))
  await change('image loaded', page.imageLoads)
  await page.find('.lnl-input input')
  expect(findExtraRenders(steps)).toEqual([])
})
