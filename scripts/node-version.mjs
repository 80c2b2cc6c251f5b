// Says which Node the repository needs, in words that do not depend on a newer Node.

/**
 * @param {string} version of the running Node, e.g. `18.20.4`
 * @param {string} range as in `engines.node`, e.g. `>=20.19`
 * @returns {string | null} null if the version is in the range
 */
export function explainNodeVersion(version, range) {
  const minimum = range.replace('>=', '')
  return compareVersions(version, minimum) >= 0 ? null : `Node ${minimum} or later is required, this is ${version}.`
}

/** @returns {number} negative if the first version is older */
function compareVersions(first, second) {
  const [one, other] = [first, second].map((version) => version.split('.').map(Number))
  const at = [0, 1, 2].find((index) => (one[index] || 0) !== (other[index] || 0))
  return at === undefined ? 0 : (one[at] || 0) - (other[at] || 0)
}
