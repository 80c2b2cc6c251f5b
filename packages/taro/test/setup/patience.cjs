// A busy machine may take longer than a second to render.
const { configure } = require('@testing-library/react')

configure({ asyncUtilTimeout: 4_000 })
jest.setTimeout(14_000)
