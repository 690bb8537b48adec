// A process of its own: the peer, ApolloGateway behind Apollo Server's standalone server, as its documentation starts it.
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { readFileSync } from 'node:fs'

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.argv[2] ?? '', 'utf8'),
  buildService: ({ url }) => new RemoteGraphQLDataSource({ ...(url !== undefined && { url }) }),
})
const server = new ApolloServer({ gateway })
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
process.send?.({ port: Number(new URL(url).port) })
process.on('disconnect', () => process.exit(0))
