import type { Purpose } from '../../../schema/registry.ts'
import { fieldIn, has, partNamed, typeIn, type Family, type Field, type Part } from './model.ts'

/** Who keeps the family together: they may name everybody's things. */
const KEEPERS: ReadonlySet<string> = new Set(['accounts', 'grants', 'entry'])

/**
 * What is so, whatever the supergraph makes of it: said by owners in their own parts, and by nobody else. An owner's word
 * that it may not give (an open person) does not count.
 */
export class Truth {
  readonly family: Family

  constructor(family: Family) {
    this.family = family
  }

  isKeeper(part: string): boolean {
    return KEEPERS.has(part)
  }

  ownerOf(type: string): string | undefined {
    return this.family.owners.get(type)
  }

  /** The app whose people these are. */
  isPerson(type: string): boolean {
    const own = this.ownType(type)
    return own !== undefined && has(own, 'person')
  }

  isOpenType(type: string): boolean {
    const own = this.ownType(type)
    return own !== undefined && has(own, 'open') && !has(own, 'person') && !this.consentedBy(type)
  }

  /** Whether `part` lets everybody build on what it answers as this field. */
  isOpenField(part: string, type: string, name: string): boolean {
    const own = this.fieldOf(part, type, name)
    if (!own || has(own, 'uses') || has(own, 'sealed') || this.isPerson(type)) return false
    return has(own, 'open') || (this.ownerOf(type) === part && this.isOpenType(type))
  }

  isSealed(part: string, type: string, name: string): boolean {
    const own = this.fieldOf(part, type, name)
    return own !== undefined && has(own, 'sealed')
  }

  isHidden(part: string, type: string, name: string): boolean {
    const own = this.fieldOf(part, type, name)
    const parent = this.part(part)?.types.find((one) => one.name === type)
    return (own !== undefined && has(own, 'inaccessible')) || (parent !== undefined && has(parent, 'inaccessible'))
  }

  /** Whose data the type is, and for what; in the right family, so that nobody can talk it away. */
  consentedBy(type: string): { readonly from: string; readonly purpose: Purpose } | undefined {
    const flow = this.family.flows.find((one) => one.type === type)
    return flow && { from: flow.from, purpose: flow.purpose }
  }

  isPermitted(part: string, from: string, purpose: Purpose): boolean {
    const { app, permits } = this.part(part) ?? { permits: [] }
    return app !== undefined && permits.some((one) => one.from === from && one.purpose === purpose)
  }

  part(name: string): Part | undefined {
    return this.family.parts.find((one) => one.name === name)
  }

  fieldOf(part: string, type: string, name: string): Field | undefined {
    const own = this.part(part)
    return own && fieldIn(typeIn(own, type), name)
  }

  private ownType(type: string) {
    const owner = this.ownerOf(type)
    return owner === undefined || owner === 'entry' ? undefined : typeIn(partNamed(this.family, owner), type)
  }
}
