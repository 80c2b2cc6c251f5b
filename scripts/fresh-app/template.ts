// A fresh Taro app with the component, as Taro's own template lays one out: no file of this repository is in it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface AppOptions {
  readonly compiler: 'webpack5' | 'vite'
  readonly designWidth: 375 | 750
  /**
   * The dialogs of UI libraries that hold the login in a page of its own, beside the plain page.
   *
   * @default none
   */
  readonly dialogs?: readonly DialogName[]
}

/** How each library's dialog is written around the login, and what the app imports for it. */
const DIALOGS = {
  'nutui-popup': {
    imports: ["import { Popup } from '@nutui/nutui-react-taro'", "import '@nutui/nutui-react-taro/dist/style.css'"],
    around: (login: string) => `<Popup visible position="bottom" round>${login}</Popup>`,
  },
  'nutui-dialog': {
    imports: ["import { Dialog } from '@nutui/nutui-react-taro'", "import '@nutui/nutui-react-taro/dist/style.css'"],
    around: (login: string) => `<Dialog visible title="登录" footer={null}>${login}</Dialog>`,
  },
  'taro-ui-float-layout': {
    imports: ["import { AtFloatLayout } from 'taro-ui'", "import 'taro-ui/lib/style/components/float-layout.scss'"],
    around: (login: string) => `<AtFloatLayout isOpened title="登录">${login}</AtFloatLayout>`,
  },
} as const

export type DialogName = keyof typeof DIALOGS
export const DIALOG_NAMES = Object.keys(DIALOGS) as DialogName[]

/** Writes the app's sources and configuration. Its `package.json` and packages are the caller's. */
export function writeFreshApp(folder: string, options: AppOptions): void {
  const dialogs = options.dialogs ?? []
  const pages = ['index', ...dialogs].map((name) => `pages/${name}/index`)
  const files: Readonly<Record<string, string>> = {
    'babel.config.js': formatBabelConfig(options),
    'config/index.js': formatConfig(options),
    'src/app.config.ts': `export default defineAppConfig({ pages: ${JSON.stringify(pages)} })\n`,
    'src/app.ts': APP,
    // Empty, as in the template.
    'src/app.css': '',
    'src/index.html': INDEX_HTML,
    'tsconfig.json': JSON.stringify(TSCONFIG),
    'types/global.d.ts': "/// <reference types=\"@tarojs/taro\" />\ndeclare module '*.css'\ndeclare module '*.scss'\n",
    'src/pages/index/index.tsx': formatPage(
      ["import { View } from '@tarojs/components'"],
      (login) => `<View>${login}</View>`,
    ),
    ...Object.fromEntries(
      dialogs.map((name) => [`src/pages/${name}/index.tsx`, formatPage(DIALOGS[name].imports, DIALOGS[name].around)]),
    ),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function formatBabelConfig({ compiler }: AppOptions): string {
  return `module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: '${compiler}' }]] }\n`
}

function formatConfig({ compiler, designWidth }: AppOptions): string {
  const compilerOptions = compiler === 'vite' ? "'vite'" : "{ type: 'webpack5', prebundle: { enable: false } }"
  return `module.exports = {
  projectName: 'fresh-app',
  date: '2026-11-30',
  designWidth: ${designWidth},
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: 'dist/' + process.env.TARO_ENV,
  plugins: ['@local-number/taro/taro-plugin'],
  framework: 'react',
  compiler: ${compilerOptions},
  cache: { enable: false },
  mini: { postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } } },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
}
`
}

const APP = `import type { PropsWithChildren } from 'react'
import '@local-number/taro/style.css'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
`

/** The template's, and strict. */
const TSCONFIG = {
  compilerOptions: {
    target: 'es2017',
    module: 'commonjs',
    moduleResolution: 'node',
    ignoreDeprecations: '5.0',
    experimentalDecorators: true,
    allowSyntheticDefaultImports: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    jsx: 'react-jsx',
    allowJs: true,
    resolveJsonModule: true,
    // Taro's tools bring stubs into @types that hold no types, which pnpm and yarn hoist.
    types: [],
    paths: { '@/*': ['./src/*'] },
  },
  include: ['./src', './types', './config'],
}

const INDEX_HTML = `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no,viewport-fit=cover">
  <script><%= htmlWebpackPlugin.options.script %></script>
</head>
<body><div id="app"></div></body>
</html>
`

const LOGIN = `
      <LocalNumberLogin
        appId="300011877495"
        appName="拾光小店"
        consentVersion="1"
        api={{ baseUrl: decodeURIComponent(backend) }}
        origins={{ production: { getMobile: address, getToken: address } }}
      />
    `

/** The page's query says where the servers are: `carrier=…&backend=…`. */
function formatPage(imports: readonly string[], around: (login: string) => string): string {
  return `import { LocalNumberLogin } from '@local-number/taro'
import { useRouter } from '@tarojs/taro'
${imports.join('\n')}

export default function LoginPage() {
  const { carrier = '', backend = '' } = useRouter().params
  const address = decodeURIComponent(carrier)
  return (
    ${around(LOGIN)}
  )
}
`
}
