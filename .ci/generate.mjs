#!/usr/bin/env node
// Writes subgraphs/<name>/generated/types.ts, the typed resolvers, from schema/<name>.graphql.
// With --check nothing is written; the exit code is 1 when a file is not current.
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers'
import { parse } from 'graphql'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const check = process.argv.includes('--check')
// grants is a folder of accounts with its own entry point.
const folders = {
  accounts: 'accounts',
  grants: 'accounts/grants',
  messenger: 'messenger',
  photo: 'photo',
  social: 'social',
}
const text = {
  DateTime: 'string',
  Date: 'string',
  URL: 'string',
  Topic: 'string',
  Ciphertext: 'string',
  Grant: 'string',
}
let stale = 0

for (const [name, folder] of Object.entries(folders)) {
  const home = `subgraphs/${folder}`
  const file = `${home}/generated/types.ts`
  const mappersFile = `${home}/mappers.json`
  const mappers = existsSync(mappersFile) ? JSON.parse(readFileSync(mappersFile, 'utf8')) : {}
  const shared = {
    scalars: { ID: { input: 'string', output: 'string' }, _Any: 'unknown', _FieldSet: 'string', ...text },
    useTypeImports: true,
    enumsAsTypes: true,
    federation: true,
    skipTypename: true,
    defaultMapper: 'Partial<{T}>',
    mappers,
    contextType: existsSync(`${home}/context.ts`) ? '../context.ts#Context' : 'unknown',
    avoidOptionals: { field: false, inputValue: false, object: false, defaultValue: false },
    maybeValue: 'T | null',
    inputMaybeValue: 'T | null | undefined',
  }
  const written = await codegen({
    filename: file,
    documents: [],
    schema: parse(readFileSync(`schema/${name}.graphql`, 'utf8')),
    config: shared,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
  })
  const next = `// Generated from schema/${name}.graphql by \`npm run generate\`. Do not edit.\n${written}\n`
  if (existsSync(file) && readFileSync(file, 'utf8') === next) continue
  if (check) {
    stale++
    console.error(`${file} is not current: run \`npm run generate\` and commit it`)
    continue
  }
  mkdirSync(`${home}/generated`, { recursive: true })
  writeFileSync(file, next)
  console.log(`wrote ${file}`)
}
process.exit(stale === 0 ? 0 : 1)
