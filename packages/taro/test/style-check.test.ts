import { findMissingStyle } from '../src/views/style-check'

let error: jest.SpyInstance

beforeEach(() => {
  error = jest.spyOn(console, 'error').mockImplementation()
})

afterEach(() => {
  document.head.replaceChildren()
  error.mockRestore()
})

function addStyles(text: string): void {
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
}

const createRoot = () => {
  const root = document.createElement('div')
  root.className = 'lnl'
  document.body.append(root)
  return root
}

test('a page without any style sheet, as in tests, is told nothing', () => {
  findMissingStyle(createRoot())
  expect(error).not.toHaveBeenCalled()
})

test('a page with the style sheet of the login is told nothing', () => {
  addStyles('.lnl { --lnld-accent: #1668dc }')
  findMissingStyle(createRoot())
  expect(error).not.toHaveBeenCalled()
})

test('a page with other style sheets alone is told once which line is missing', () => {
  addStyles('body { margin: 0 }')
  findMissingStyle(createRoot())
  findMissingStyle(createRoot())
  expect(error.mock.calls).toEqual([[expect.stringContaining('Import @local-number/taro/style.css')]])
})
