import { test } from 'vitest'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type { Deed, Move } from './moves.ts'
import { play } from './play.ts'
import { createProcesses } from './processes.ts'

// Histories that have found a fault once, made as short as they go.

const begin = (deed: Deed, second = false): Move => ({ move: 'begin', deed, second })
const quiet: Move = { move: 'quiet' }
const inPhoto = { target: 'PHOTO', reach: 'CIRCLE' } as const
const inSocial = { target: 'SOCIAL', reach: 'EVERYONE' } as const

test('a share whose process died, sent again when one app more allows it, is done where it says that it is', async () => {
  const moves: Move[] = [
    begin({ do: 'post' }),
    begin({ do: 'share', nth: 0, targets: [inPhoto], by: 'ACCOUNTS' }),
    quiet,
    begin({ do: 'pause', app: 'PHOTO' }),
    quiet,
    begin({ do: 'share', nth: 0, targets: [inPhoto, inSocial], by: 'ACCOUNTS' }, true),
    { move: 'go', which: 0, turns: 8 },
    { move: 'kill', place: 'accounts2', which: 0, taken: true },
    begin({ do: 'resume', app: 'PHOTO' }),
    { move: 'go', which: 0, turns: 9 },
  ]
  await play(moves, { store: createMemoryStorage(), processes: createProcesses() })
})
