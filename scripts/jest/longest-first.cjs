// The order of the tests that need other programs: the longest first. Without times of an earlier run, jest would begin
// with the largest file, and the longest would run alone at the end.

/** Paths contain these, the longest first. */
const LONG = ['/kills.services.', '/many-logins.', '/fresh-app.']

const rank = ({ path }) => {
  const at = LONG.findIndex((part) => path.includes(part))
  return at < 0 ? LONG.length : at
}

module.exports = class LongestFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b))
  }

  /** jest hands over the times of each run; nobody needs them. */
  cacheResults() {}
}
