// A jest reporter that writes what every test file did, for scripts/gate. jest's own --json gives up on failures whose
// details hold a DOM node, which is when the results matter.
const { mkdirSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const ROOT = path.join(__dirname, '../..')

module.exports = class FileReporter {
  constructor(_config, { file }) {
    this.file = process.env.JEST_REPORT ?? file
  }

  onRunComplete(_contexts, { testResults }) {
    mkdirSync(path.dirname(this.file), { recursive: true })
    writeFileSync(this.file, JSON.stringify({ files: testResults.map(toTestFile) }))
  }
}

function toTestFile({ testFilePath, perfStats, testResults, testExecError }) {
  // A test that was skipped or never ran has not passed; `-t` leaves the others of a file pending.
  const ran = process.env.JEST_REPORT ? testResults.filter(({ status }) => status !== 'pending') : testResults
  return {
    file: path.relative(ROOT, testFilePath).replaceAll(path.sep, '/'),
    seconds: (perfStats.end - perfStats.start) / 1000,
    tests: ran.map(({ fullName, status }) => ({ name: fullName, passed: status === 'passed' })),
    ...(testExecError ? { error: String(testExecError.message) } : {}),
  }
}
