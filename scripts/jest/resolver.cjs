// jest looks for the tests that a change affects without the test environment's conditions. Packages would then resolve
// to their builds, and a change of protocol would affect no test of login.
const CONDITIONS = ['@local-number/source', 'node', 'require', 'default']

module.exports = (request, options) => {
  const conditions = options.conditions?.length ? options.conditions : CONDITIONS
  return options.defaultResolver(request, { ...options, conditions })
}
