import { composeOnlyConsent } from './composeOnlyConsent.ts'
import { everyFlowHasANotice } from './everyFlowHasANotice.ts'
import { federationDirectives } from './federationDirectives.ts'
import { labelArguments } from './labelArguments.ts'
import { labelsComposed } from './labelsComposed.ts'
import { labelsDefined } from './labelsDefined.ts'
import { labelsImported } from './labelsImported.ts'
import { linkFederation } from './linkFederation.ts'
import { linkKnownSpecs } from './linkKnownSpecs.ts'
import { linkWithoutRenames } from './linkWithoutRenames.ts'
import { partnerRootFields } from './partnerRootFields.ts'
import { permits } from './permits.ts'
import { reservedNames } from './reservedNames.ts'
import type { Rule } from './rule.ts'
import { subgraphNames } from './subgraphNames.ts'

/** All rules, causes before consequences: their findings are told in this order. */
export const RULES: readonly Rule[] = [
  // How the file is read at all.
  linkFederation,
  linkKnownSpecs,
  linkWithoutRenames,
  // What may stand in it.
  federationDirectives,
  composeOnlyConsent,
  labelsImported,
  labelsDefined,
  labelsComposed,
  reservedNames,
  partnerRootFields,
  // All together.
  subgraphNames,
  permits,
  labelArguments,
  everyFlowHasANotice,
]
