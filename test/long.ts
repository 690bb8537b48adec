import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** An area of long tests: `shards` runs of vitest over `files`, each with its own seed and `cases` of whatever it counts. */
interface Area {
  readonly files: readonly string[]
  readonly shards: number
  readonly cases: number
  readonly counts: string
  /** In real time, so that one file must not take the machine from another. */
  readonly oneByOne?: boolean
}

const areas: Readonly<Record<string, Area>> = {
  storage: { files: ['test/subgraphs/storage'], shards: 4, cases: 50, counts: 'rounds of kill -9' },
  bypass: { files: ['test/bypass/generated'], shards: 10, cases: 200, counts: 'generated compositions' },
  accounts: { files: ['test/invariants/histories/histories.test.ts'], shards: 8, cases: 275, counts: 'histories' },
  differential: { files: ['test/gateway/differential'], shards: 10, cases: 1_000, counts: 'generated operations' },
  // Over the embedded store, and over MongoDB where a server is there.
  finality: {
    files: ['test/invariants/I09-overProcesses.test.ts', 'test/invariants/finality/mongo.test.ts'],
    shards: 6,
    cases: 75,
    counts: 'withdrawals',
    oneByOne: true,
  },
  interference: {
    files: ['test/invariants/I04-nonInterference.test.ts'],
    shards: 4,
    cases: 25,
    counts: 'pairs of worlds',
  },
  crossposts: {
    files: ['test/invariants/crossposts/histories.test.ts'],
    shards: 10,
    cases: 220,
    counts: 'histories',
  },
  crosspostStores: {
    files: ['test/invariants/crossposts/lmdb.test.ts', 'test/invariants/crossposts/mongo.test.ts'],
    shards: 4,
    cases: 50,
    counts: 'histories over each store (over MongoDB with `.ci/mongo --` before the command)',
  },
  crosspostKills: {
    files: ['test/invariants/crossposts/kills'],
    shards: 5,
    cases: 25,
    counts: 'rounds of kill -9',
  },
  // Whatever is lived while each document of a backup is read at a moment of its own.
  restores: {
    files: ['test/invariants/backup/tornGraph.test.ts', 'test/invariants/I10-restoredBackup.test.ts'],
    shards: 8,
    cases: 150,
    counts: 'torn backups of each kind',
  },
  restoreKills: {
    files: ['test/invariants/backup/kills'],
    shards: 4,
    cases: 12,
    counts: 'rounds of kill -9 of a restore and of a backup (over MongoDB too, with `.ci/mongo --` before the command)',
    oneByOne: true,
  },
  counting: { files: ['test/invariants/I05-countSinglesNobodyOut.test.ts'], shards: 4, cases: 1_000, counts: 'worlds' },
  processes: {
    files: ['test/journeys/processes'],
    shards: 1,
    cases: 1,
    counts: 'comparison and rotation of six processes',
  },
  features: {
    files: ['test/invariants/I07-featureOnlyWhileOn.test.ts', 'test/invariants/I07-sharingOnlyWhileOn.test.ts'],
    shards: 4,
    cases: 500,
    counts: 'lives',
  },
}

const usage = `npm run test:long -- AREA [--fresh]

Runs the full numbers of an area, shard by shard; what was finished is not run again until --fresh.
Areas: ${Object.entries(areas)
  .map(([name, area]) => `${name} (${area.shards} × ${area.cases} ${area.counts})`)
  .join(', ')}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean', default: false } },
})
const name = positionals[0] ?? ''
const area = areas[name]
if (area === undefined) {
  console.error(usage)
  process.exit(2)
}

const record = `.cache/long/${name}.json`
if (values.fresh) rmSync(record, { force: true })
const done = new Set<number>(existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as number[]) : [])
mkdirSync('.cache/long', { recursive: true })

for (let shard = 1; shard <= area.shards; shard++) {
  if (done.has(shard)) {
    console.log(`${name} ${shard}/${area.shards}: done before`)
    continue
  }
  console.log(`${name} ${shard}/${area.shards}: seed ${shard}, ${area.cases} ${area.counts}`)
  const env = { ...process.env, CONCORD_LONG: String(area.cases), CONCORD_SEED: String(shard) }
  const arguments_ = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--testTimeout=1200000',
    '--hookTimeout=1200000',
    ...(area.oneByOne ? ['--no-file-parallelism'] : []),
    ...area.files,
  ]
  const { status } = spawnSync(process.execPath, arguments_, { stdio: 'inherit', env })
  if (status !== 0) {
    console.error(`${name} ${shard}/${area.shards} failed; begin again with the same command after mending`)
    process.exit(1)
  }
  done.add(shard)
  writeFileSync(record, JSON.stringify([...done]))
}
console.log(`${name}: ${area.shards * area.cases} ${area.counts}, all held`)
