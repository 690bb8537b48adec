import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'
import { root } from '../support/imports.ts'
import type { Json } from '../support/subgraphTester.ts'

/** A process that something in deploy/ starts. */
export interface DeployedProcess {
  readonly name: string
  /** The arguments of `concord`. */
  readonly args: readonly string[]
  /** Names of the environment, with those of the image. */
  readonly env: readonly string[]
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export const compose: Json = parse(textOf('deploy/compose.yaml'), { merge: true })

/** Every object of the manifests. */
export const objects: readonly Json[] = readdirSync(join(root, 'deploy/kubernetes')).flatMap((file) =>
  parseAllDocuments(textOf(`deploy/kubernetes/${file}`)).map((document) => document.toJS()),
)

export function ofKind(kind: string): Json[] {
  return objects.filter((object) => object.kind === kind)
}

/** `NAME=value` of the image. */
export const imageEnv: Readonly<Record<string, string>> = Object.fromEntries(
  [...textOf('deploy/Dockerfile').matchAll(/^(?:ENV| {3}) ([A-Z_]+)=([^\s\\]+)/gm)].map(([, name, value]) => [
    name,
    value,
  ]),
)

export const processes: readonly DeployedProcess[] = [
  ...Object.entries<Json>(compose.services)
    .filter(([, { image }]) => image === 'concord')
    .map(([name, { command, environment }]) => ({ name, args: command, env: Object.keys(environment) })),
  ...ofKind('Deployment').map((deployment) => {
    const [container] = deployment.spec.template.spec.containers
    return { name: deployment.metadata.name, args: container.args, env: container.env.map(({ name }: Json) => name) }
  }),
]
