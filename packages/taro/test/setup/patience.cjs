// A busy machine may take longer than a second to render.
const { configure } = require('@testing-library/react')

configure({ asyncUtilTimeout: 20_000 })
jest.setTimeout(120_000)
