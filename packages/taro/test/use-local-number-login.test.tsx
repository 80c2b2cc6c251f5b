import { act, renderHook, waitFor } from '@testing-library/react'
import { useLocalNumberLogin } from '../src'
import { createProps, createServers, PHONE } from './page'

test('the hook runs the whole login without a user interface', async () => {
  const onVerified = jest.fn()
  const { result } = renderHook(() => useLocalNumberLogin(createProps(createServers(), { onVerified })))
  expect(result.current.state.name).toBe('consent')

  act(() => result.current.agree())
  await waitFor(() => expect(result.current.image).not.toBeNull())
  const { image, imageSlot } = result.current
  await act(async () => imageSlot.reportLoaded(image?.key ?? -1))
  await waitFor(() => expect(result.current.state.name).toBe('phoneEntry'))

  act(() => result.current.edit(PHONE))
  await act(async () => result.current.submit())
  await waitFor(() => expect(result.current.state.name).toBe('verified'))
  expect(onVerified).toHaveBeenCalledWith(expect.objectContaining({ phone: PHONE, ticket: 'TICKET' }))
})

test('the hook calls the latest callbacks, not those of the first render', async () => {
  const [first, second] = [jest.fn(), jest.fn()]
  const servers = createServers()
  const { result, rerender } = renderHook(({ onEvent }) => useLocalNumberLogin(createProps(servers, { onEvent })), {
    initialProps: { onEvent: first },
  })
  rerender({ onEvent: second })
  await act(async () => result.current.agree())
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalled()
})

test('two logins on one page share nothing', async () => {
  const servers = createServers()
  const one = renderHook(() => useLocalNumberLogin(createProps(servers)))
  const two = renderHook(() => useLocalNumberLogin(createProps(servers)))
  await act(async () => one.result.current.agree())
  expect(one.result.current.state.name).not.toBe('consent')
  expect(two.result.current.state.name).toBe('consent')
  expect(one.result.current.state.traceId).not.toBe(two.result.current.state.traceId)
})

describe('callbacks that throw', () => {
  const broken = () => {
    throw new Error('the app’s callback is broken')
  }

  /** What surfaces as uncaught while something happens. */
  async function uncaughtDuring(happens: () => Promise<void>): Promise<string[]> {
    const messages: string[] = []
    const onError = (event: ErrorEvent) => {
      event.preventDefault()
      messages.push(event.message)
    }
    window.addEventListener('error', onError)
    await happens()
    await waitFor(() => expect(messages).not.toEqual([]))
    window.removeEventListener('error', onError)
    return messages
  }

  test('do not suppress onFallback when they are onEvent, and surface as uncaught', async () => {
    const onFallback = jest.fn()
    const { result } = renderHook(() =>
      useLocalNumberLogin(createProps(createServers(), { onEvent: broken, onFallback })),
    )
    const messages = await uncaughtDuring(async () => act(() => result.current.leave()))
    expect(messages.join()).toContain('the app’s callback is broken')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'userChoice' }))
  })

  test('leave the login usable when they are onFallback', async () => {
    const { result } = renderHook(() => useLocalNumberLogin(createProps(createServers(), { onFallback: broken })))
    await uncaughtDuring(async () => act(() => result.current.leave()))
    act(() => result.current.retry())
    expect(result.current.state.name).toBe('consent')
  })
})

test('onFallback may retry at once', async () => {
  const servers = createServers()
  const reasons: string[] = []
  const { result } = renderHook(() => {
    const login = useLocalNumberLogin(
      createProps(servers, {
        onFallback: ({ reason }) => {
          reasons.push(reason)
          login.retry()
        },
      }),
    )
    return login
  })
  await act(async () => result.current.leave())
  expect(reasons).toEqual(['userChoice'])
  expect(result.current.state.name).toBe('consent')
})
