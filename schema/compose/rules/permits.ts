import { isPartner } from '../../registry.ts'
import type { Finding } from '../problem.ts'
import type { GraphRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'
import { placeOfRegistration } from './subgraphNames.ts'

/** Partners are neither recipients nor sources in version 1. */
export const permits: GraphRule = {
  stage: 'graph',
  blocks: false,
  sentence: 'Only an app has permits, each to the data of another app.',
  check: ({ files }) => {
    const apps = new Set(files.filter(({ app }) => app !== undefined).map(({ name }) => name))
    return files.flatMap((file) => (file.app === undefined ? permitOfNoApp(file) : permitsFrom(file, apps)))
  },
}

function permitOfNoApp(file: SubgraphFile): readonly Finding[] {
  if (file.permits.length === 0) return []
  return [
    {
      code: 'PERMIT_NOT_ALLOWED',
      message: `Only an app may have permits, but ${file.name} is ${isPartner(file) ? 'a partner' : 'none'}.`,
      hint: 'Write `permits: []`.',
      at: placeOfRegistration(file),
    },
  ]
}

function permitsFrom(file: SubgraphFile, apps: ReadonlySet<string>): readonly Finding[] {
  return file.permits
    .filter(({ from }) => from === file.name || !apps.has(from))
    .map(({ from }) => ({
      code: 'PERMIT_NOT_ALLOWED',
      message: `A permit of ${file.name} must be to the data of another app, but it names ${from}.`,
      hint: `Name one of ${[...apps].filter((app) => app !== file.name).join(', ')}, or remove the permit.`,
      at: placeOfRegistration(file),
    }))
}
