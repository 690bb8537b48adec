import { Source } from 'graphql'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatProblems, problemAt, type Finding, type Place, type Problem } from './compose/problem.ts'
import { readFlows, type Flow } from './flows.ts'
import { readNotices, type FlowNotice, type NoticesRead } from './notices.ts'
import { readRegistry, type PlacedRegistration, type SubgraphRegistration } from './registry.ts'

/** Everything the other rooms read of the contract: the sources, and what the composer made of them. */
export interface Contract {
  readonly directory: string
  /** In the order of `subgraphs.yaml`; without the generated `entry`. */
  readonly subgraphs: readonly ContractSubgraph[]
  readonly notices: readonly FlowNotice[]
  readonly flows: readonly Flow[]
  readonly supergraphSdl: string
  /** What clients may know of the graph. */
  readonly apiSdl: string
  readonly entrySdl: string
}

export interface ContractSubgraph extends SubgraphRegistration {
  /** The text of its SDL file. */
  readonly sdlText: string
}

/** What the composer reads: each subgraph with its text, and the notices. */
export interface ContractSources {
  readonly subgraphs: readonly SubgraphSource[]
  readonly notices: Extract<NoticesRead, { ok: true }>['notices']
}

export interface SubgraphSource extends SubgraphRegistration {
  /** Where its name stands in `subgraphs.yaml`, for messages. */
  readonly registeredAt?: Place
  /** Its SDL; the name is the file as messages show it. */
  readonly source: Source
}

/** The names of the files that `npm run compose` writes. */
export const ARTEFACTS = {
  supergraphSdl: 'supergraph.graphql',
  apiSdl: 'api.graphql',
  entrySdl: 'entry.graphql',
  flows: 'flows.json',
} as const

/** The contract could not be read; `message` shows each problem with its place and how to mend it. */
export class ContractError extends Error {
  readonly problems: readonly Problem[]

  constructor(directory: string, problems: readonly Problem[]) {
    super(`The contract in ${directory} cannot be read.\n\n${formatProblems(problems)}`)
    this.name = 'ContractError'
    this.problems = problems
  }
}

/** Where this file lives, in the source as in `dist/`: the contract that ships with the package. */
const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * Reads the whole contract. `directory` holds `subgraphs.yaml`, `notices.yaml`, the SDL files and what
 * `npm run compose` wrote. Default: the contract that ships with the package. Throws a ContractError.
 */
export function loadContract(directory: string = HERE): Contract {
  const sources = loadSources(directory)
  return {
    directory,
    subgraphs: sources.subgraphs.map(toContractSubgraph),
    notices: sources.notices.map(toNotice),
    flows: readArtefact(directory, ARTEFACTS.flows, readFlows),
    supergraphSdl: readArtefact(directory, ARTEFACTS.supergraphSdl, asText),
    apiSdl: readArtefact(directory, ARTEFACTS.apiSdl, asText),
    entrySdl: readArtefact(directory, ARTEFACTS.entrySdl, asText),
  }
}

/** Reads what the composer needs. `directory` as in `loadContract`. Throws a ContractError. */
export function loadSources(directory: string = HERE): ContractSources {
  const registry = readRegistry(sourceOf(directory, 'subgraphs.yaml'))
  const notices = readNotices(sourceOf(directory, 'notices.yaml'))
  const findings = [...(registry.ok ? [] : registry.findings), ...(notices.ok ? [] : notices.findings)]
  const missing = registry.ok
    ? registry.subgraphs.filter(({ registration }) => !existsSync(join(directory, registration.sdl)))
    : []
  findings.push(...missing.map(missingSdl))
  if (!registry.ok || !notices.ok || findings.length > 0) throw new ContractError(directory, findings.map(problemAt))
  const subgraphs = registry.subgraphs.map(({ registration, registeredAt }) => {
    const source = sourceOf(directory, registration.sdl)
    return { ...registration, source, registeredAt }
  })
  return { subgraphs, notices: notices.notices }
}

/** The SDL text of one subgraph; throws when `subgraphs.yaml` knows no such name. */
export function sdlOf(contract: Contract, name: string): string {
  const subgraph = contract.subgraphs.find((candidate) => candidate.name === name)
  if (subgraph !== undefined) return subgraph.sdlText
  const known = contract.subgraphs.map((candidate) => candidate.name).join(', ')
  throw new Error(`subgraphs.yaml must name the subgraph ${name}, but it names only ${known}`)
}

function toContractSubgraph({
  name,
  app,
  url,
  sdl,
  permits,
  owner,
  contact,
  source,
}: SubgraphSource): ContractSubgraph {
  return { name, app, url, sdl, permits, owner, contact, sdlText: source.body }
}

function toNotice({ from, to, purpose, version, covers, languages }: FlowNotice): FlowNotice {
  return { from, to, purpose, version, covers, languages }
}

function missingSdl({ registration: { name, sdl }, sdlAt }: PlacedRegistration): Finding {
  return {
    code: 'SDL_MISSING',
    message: `The SDL of ${name} must be the file ${sdl}, but there is none`,
    hint: 'Write the file, or correct the path; it is relative to subgraphs.yaml.',
    at: sdlAt,
  }
}

function asText(text: string): string {
  return text
}

function sourceOf(directory: string, file: string): Source {
  return sourceOrProblem(directory, file, {
    code: 'FILE_MISSING',
    message: `The directory of a contract must hold ${file}, but there is none in ${directory}`,
    hint: 'Give the directory that holds subgraphs.yaml, notices.yaml and the SDL files.',
  })
}

function readArtefact<T>(directory: string, file: string, read: (text: string) => T): T {
  const source = sourceOrProblem(directory, file, {
    code: 'ARTEFACT_MISSING',
    message: `${file} must be there, but nobody has composed the graph in ${directory} yet`,
    hint: 'Run `npm run compose`, which writes it.',
  })
  try {
    return read(source.body)
  } catch (cause) {
    const finding = {
      code: 'ARTEFACT_INVALID',
      message: `${file} must be what the composer wrote: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Run `npm run compose`, which writes it anew.',
      at: { source, offset: 0 },
    }
    throw new ContractError(directory, [problemAt(finding)])
  }
}

function sourceOrProblem(directory: string, file: string, problem: Omit<Finding, 'at'>): Source {
  const path = join(directory, file)
  if (existsSync(path)) return new Source(readFileSync(path, 'utf8'), file)
  throw new ContractError(directory, [problemAt({ ...problem, at: { source: new Source('', file), offset: 0 } })])
}
