import { library } from '../../tsup.base'

// The kit is private. By `paths` its types count as our own and end up in the declarations; `dts.resolve` would follow
// its name, but not the relative imports inside it.
export default library(['index', 'cloud', 'env', 'koa', 'ticket'], 'es2022', {
  dts: { compilerOptions: { paths: { '@local-number/service-kit': ['../service-kit/src/index.ts'] } } },
})
