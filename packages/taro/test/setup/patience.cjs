// A busy machine may take longer than a second to render.
const { configure } = require('@testing-library/react')

configure({ asyncUtilTimeout: 10_000 })
jest.setTimeout(30_000)
