// Style sheets have nothing to say in jsdom.
module.exports = {}
