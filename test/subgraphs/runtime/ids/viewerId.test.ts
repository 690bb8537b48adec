import { expect, test } from 'vitest'
import { viewerIdOf } from '../../../../subgraphs/runtime/ids/viewerId.ts'
import { testIds } from '../../../support/subgraphTester.ts'

test('a viewer’s id is one for each profile, and the id of no app’s entity', () => {
  const ids = testIds('photo')
  const profile = ids.seal('PhotoProfile', 'ana')
  expect(Buffer.from(viewerIdOf(profile), 'base64url').toString()).toBe(`Viewer:${profile}`)
  expect(ids.open(viewerIdOf(profile), 'Viewer')).toBeNull()
  expect(viewerIdOf(ids.seal('PhotoProfile', 'ben'))).not.toBe(viewerIdOf(profile))
})
