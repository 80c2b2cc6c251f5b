// Taro's preset, for the demo and for the tests of the component; everything else is compiled by swc and esbuild.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }
