import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ARTEFACTS } from '../contract.ts'
import type { CompositionResult } from './compose.ts'

export type ComposedGraph = Extract<CompositionResult, { ok: true }>

/** Writes what the composer made, only what changed, each file in one step. Answers the names of the written files. */
export function writeArtefacts(directory: string, graph: ComposedGraph): readonly string[] {
  const stale = checkArtefacts(directory, graph)
  for (const [file, text] of artefactTexts(graph)) {
    if (!stale.includes(file)) continue
    const path = join(directory, file)
    writeFileSync(`${path}.next`, text)
    renameSync(`${path}.next`, path)
  }
  return stale
}

/** The names of the files that are missing or not what the composer makes of today's sources. Writes nothing. */
export function checkArtefacts(directory: string, graph: ComposedGraph): readonly string[] {
  return artefactTexts(graph)
    .filter(([file, text]) => {
      const path = join(directory, file)
      return !existsSync(path) || readFileSync(path, 'utf8') !== text
    })
    .map(([file]) => file)
}

function artefactTexts({
  supergraphSdl,
  apiSdl,
  entrySdl,
  flows,
}: ComposedGraph): readonly (readonly [string, string])[] {
  return [
    [ARTEFACTS.entrySdl, entrySdl],
    [ARTEFACTS.supergraphSdl, supergraphSdl],
    [ARTEFACTS.apiSdl, apiSdl],
    [ARTEFACTS.flows, `${JSON.stringify(flows, null, 2)}\n`],
  ]
}
