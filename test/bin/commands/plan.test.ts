import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../bin/commands/plan.ts'
import { flows } from '../../../bin/commands/flows.ts'

const directory = mkdtempSync(join(tmpdir(), 'concord-plan-'))
function file(text: string): string {
  const path = join(directory, 'operation.graphql')
  writeFileSync(path, text)
  return path
}

describe('concord plan', () => {
  const ads = () => file('{ socialMe { mine: ads { title } } }')

  it('shows who decides, who opens a grant and who uses it, in their order', () => {
    const told = plan(ads(), {})
    const inOrder = [
      'social: socialMe',
      'decides: may social use data of messenger for ADS? (SocialProfile.messengerAdSignals)',
      'messenger at socialMe.messengerAdSignals: topics validUntil',
      'opens the grant: for social, ADS',
      'social at socialMe: ads',
      'uses: data of photo for ADS, or null',
      'messenger → social  ADS  by SocialProfile.messengerAdSignals',
    ].map((line) => told.indexOf(line))
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
    expect(inOrder).not.toContain(-1)
  })

  it('says so when no data of one app reaches another, and when nobody is asked at all', () => {
    expect(plan(file('{ socialMe { displayName } }'), {})).toContain('No data of one app reaches another.')
    expect(plan(file('{ __typename }'), {})).toBe('No subgraph is asked.')
  })

  it('draws a Mermaid picture: a box per fetch, an arrow to each that waits for it', () => {
    const picture = plan(ads(), { format: 'mermaid' })
    expect(picture).toMatch(/^flowchart TD$/m)
    expect(picture).toMatch(/^ {2}f1\["<b>grants<\/b>.*"\]:::roads$/m)
    for (const arrow of [
      'ask --> f0',
      'f0 --> f1',
      'f1 --> f2',
      'f1 --> f3',
      'f2 --> f4',
      'f3 --> f4',
      'f4 --> answer',
    ]) {
      expect(picture).toContain(`  ${arrow}\n`)
    }
  })

  it('prints the whole plan as the gateway runs it', () => {
    expect(plan(ads(), { format: 'full' })).toContain('c__mine: ads')
  })
})

describe('concord flows', () => {
  it('shows each flow: what, where it is decided, by which notice, and what is made of it', () => {
    expect(flows({})).toContain(
      `messenger → social  ADS
  what      topics: [Topic!]!
  decided   at SocialProfile.messengerAdSignals, by notice version 1
  used by   SocialProfile.ads`,
    )
  })

  it('draws an arrow for each', () => {
    const picture = flows({ format: 'mermaid' })
    expect(picture).toContain('app_photo -- "ADS: topics<br/>for ads" --> app_social')
    expect(picture.match(/ --> /g)).toHaveLength(5)
  })
})
