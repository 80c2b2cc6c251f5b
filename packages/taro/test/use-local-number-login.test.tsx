import { act, renderHook, waitFor } from '@testing-library/react'
import { useLocalNumberLogin } from '../src'
import { PHONE, propsWith, servers } from './world'

test('the hook gives the whole login without any user interface', async () => {
  const onVerified = jest.fn()
  const { result } = renderHook(() => useLocalNumberLogin(propsWith(servers(), { onVerified })))
  expect(result.current.state.name).toBe('consent')

  act(() => result.current.agree())
  await waitFor(() => expect(result.current.image).not.toBeNull())
  const { image, imageSlot } = result.current
  await act(async () => imageSlot.loaded(image?.key ?? -1))
  await waitFor(() => expect(result.current.state.name).toBe('phoneEntry'))

  act(() => result.current.edit(PHONE))
  await act(async () => result.current.submit())
  await waitFor(() => expect(result.current.state.name).toBe('verified'))
  expect(onVerified).toHaveBeenCalledWith(expect.objectContaining({ phone: PHONE, ticket: 'TICKET' }))
})

test('calls the latest callbacks, not those of the first render', async () => {
  const [first, second] = [jest.fn(), jest.fn()]
  const world = servers()
  const { result, rerender } = renderHook(({ onEvent }) => useLocalNumberLogin(propsWith(world, { onEvent })), {
    initialProps: { onEvent: first },
  })
  rerender({ onEvent: second })
  await act(async () => result.current.agree())
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalled()
})

test('two logins on one page have nothing in common', async () => {
  const world = servers()
  const one = renderHook(() => useLocalNumberLogin(propsWith(world)))
  const two = renderHook(() => useLocalNumberLogin(propsWith(world)))
  await act(async () => one.result.current.agree())
  expect(one.result.current.state.name).not.toBe('consent')
  expect(two.result.current.state.name).toBe('consent')
  expect(one.result.current.state.traceId).not.toBe(two.result.current.state.traceId)
})
