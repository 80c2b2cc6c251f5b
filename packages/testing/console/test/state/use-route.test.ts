/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react'
import { useRoute } from '../../src/state/use-route'

/** jsdom changes the hash later than the assignment returns. */
const navigateTo = (hash: string) =>
  act(async () => {
    window.location.hash = hash
    await new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
  })

test('the route follows the address, from the timeline to pages, traces and back', async () => {
  const { result } = renderHook(useRoute)
  expect(result.current).toEqual({ page: 'timeline', trace: null })
  await navigateTo('#/handsets')
  expect(result.current).toEqual({ page: 'handsets', trace: null })
  await navigateTo('#/traces/0123%20abc')
  expect(result.current).toEqual({ page: 'timeline', trace: '0123 abc' })
  await navigateTo('#/')
  expect(result.current).toEqual({ page: 'timeline', trace: null })
})

test('an unknown address has no page', async () => {
  const { result } = renderHook(useRoute)
  await navigateTo('#/nowhere')
  expect(result.current).toEqual({ page: null })
})
