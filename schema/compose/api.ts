import internals from '@apollo/federation-internals'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'

/** What clients may know of a supergraph: its API as SDL, sorted, with descriptions, without what is `@inaccessible`. */
export function publicApi(supergraphSdl: string): string {
  // No feature is refused here: this only prints, and what cannot be executed is refused when a graph is loaded.
  const api = internals.Supergraph.build(supergraphSdl, { supportedFeatures: null }).apiSchema()
  const text = internals.printSchema(api)
  return `${printSchema(lexicographicSortSchema(buildSchema(text)))}\n`
}
