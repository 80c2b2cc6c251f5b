// The layers proven: the machine runs without React, React's zustand and Taro.
jest.mock('react', () => {
  throw new Error('the headless login must not import react')
})
jest.mock('@tarojs/taro', () => {
  throw new Error('the headless login must not import Taro')
})
jest.mock('zustand', () => {
  throw new Error('the headless login must not import zustand’s React entry')
})

test('the headless login loads and starts without React and without Taro', async () => {
  const { createLogin } = await import('../src')
  const { config, createPorts, createStandIns } = await import('./stand-ins')
  expect(createLogin(config(), createPorts(createStandIns())).store.getState().name).toBe('consent')
})
