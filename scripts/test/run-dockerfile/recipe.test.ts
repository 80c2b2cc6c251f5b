import { readRecipe } from '../../run-dockerfile/recipe'

const DOCKERFILE = `
FROM node:20-slim AS install
WORKDIR /app
COPY package.json *.tgz ./
RUN npm install \\
    --omit=dev
FROM node:20-slim
ENV A=1 \\
    B="two words"
COPY --from=install /app/node_modules ./node_modules
USER node
EXPOSE 7000
HEALTHCHECK --interval=30s CMD node -e "fetch('$A').then(({ ok }) => ok)"
ENTRYPOINT ["/bin/sh", "-c", "a && b \\"$@\\""]
`

test('a Dockerfile is read into stages of steps', () => {
  expect(readRecipe(DOCKERFILE)).toEqual({
    stages: [
      {
        image: 'node:20-slim',
        name: 'install',
        steps: [
          { do: 'workdir', path: '/app' },
          { do: 'copy', from: null, sources: ['package.json', '*.tgz'], to: './' },
          { do: 'run', command: expect.stringMatching(/^npm install\s+--omit=dev$/) },
        ],
      },
      {
        image: 'node:20-slim',
        name: null,
        steps: [
          { do: 'env', values: { A: '1', B: 'two words' } },
          { do: 'copy', from: 'install', sources: ['/app/node_modules'], to: './node_modules' },
          { do: 'user', name: 'node' },
        ],
      },
    ],
    entrypoint: ['/bin/sh', '-c', 'a && b "$@"'],
    healthCheck: `node -e "fetch('$A').then(({ ok }) => ok)"`,
  })
})

test('an instruction that would be left out is refused', () => {
  expect(() => readRecipe(`${DOCKERFILE}\nADD https://example.com/a.tgz /a`)).toThrow('ADD is no instruction')
})
