// Tarballs that can be installed before anything is published.
import { describeTarball, readPublished } from '../../packing/self-contained.mjs'

const published = readPublished()
const NAMES = [...published.keys()]

test.each(NAMES)('the tarball of %s asks no registry for a package of this repository', (name) => {
  const { manifest } = describeTarball(name, published)
  expect(Object.keys(manifest.dependencies).filter((each) => each.startsWith('@local-number/'))).toEqual([])
  expect(manifest.files).toContain('dist')
})

test('the component’s tarball carries login, SDK and protocol, and asks for what they need', () => {
  const { inner, manifest } = describeTarball('@local-number/taro', published)
  expect(inner).toEqual(['@local-number/jssdk', '@local-number/login', '@local-number/protocol'])
  const wanted = ['@local-number/taro', ...inner].flatMap((name) =>
    Object.keys(published.get(name)?.manifest.dependencies ?? {}),
  )
  const foreign = wanted.filter((name) => !name.startsWith('@local-number/'))
  expect(Object.keys(manifest.dependencies)).toEqual([...new Set(foreign)].sort())
})

test('a tarball cannot be published by mistake, and what is published does not change', () => {
  expect(describeTarball('@local-number/taro', published).manifest.private).toBe(true)
  expect(published.get('@local-number/taro')?.manifest).toMatchObject({
    dependencies: { '@local-number/login': expect.any(String) },
    publishConfig: { access: 'public', provenance: true },
  })
})
