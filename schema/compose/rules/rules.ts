import { composeOnlyConsent } from './composeOnlyConsent.ts'
import { eachEntityIsDefinedOnce } from './eachEntityIsDefinedOnce.ts'
import { everyFlowHasANotice } from './everyFlowHasANotice.ts'
import { federationDirectives } from './federationDirectives.ts'
import { labelArguments } from './labelArguments.ts'
import { labelsComposed } from './labelsComposed.ts'
import { labelsDefined } from './labelsDefined.ts'
import { labelsImported } from './labelsImported.ts'
import { linkFederation } from './linkFederation.ts'
import { linkKnownSpecs } from './linkKnownSpecs.ts'
import { linkWithoutRenames } from './linkWithoutRenames.ts'
import { oneRoadForEachFlow } from './oneRoadForEachFlow.ts'
import { partnerRootFields } from './partnerRootFields.ts'
import { permits } from './permits.ts'
import { reservedNames } from './reservedNames.ts'
import { consentedDataIsNoKey } from './consentedDataIsNoKey.ts'
import { consentedFieldsSayNoMore } from './consentedFieldsSayNoMore.ts'
import { consentedNamesCarryTheirApp } from './consentedNamesCarryTheirApp.ts'
import { consentedTypesAreHidden } from './consentedTypesAreHidden.ts'
import { consentedTypesAreNamedByFew } from './consentedTypesAreNamedByFew.ts'
import { consentedTypesNameTheirSource } from './consentedTypesNameTheirSource.ts'
import { consentedTypesStandAlone } from './consentedTypesStandAlone.ts'
import { interfacesAreNotOpen } from './interfacesAreNotOpen.ts'
import { labelsSurvive } from './labelsSurvive.ts'
import { nothingOfOthersChanges } from './nothingOfOthersChanges.ts'
import { nothingOfOthersIsHidden } from './nothingOfOthersIsHidden.ts'
import { onlyOwnersLabel } from './onlyOwnersLabel.ts'
import { othersTypesAreStubs } from './othersTypesAreStubs.ts'
import { overridesOnlyWhatIsOpen } from './overridesOnlyWhatIsOpen.ts'
import { personsAreNeverOpen } from './personsAreNeverOpen.ts'
import { personsAreTheirAppsOwn } from './personsAreTheirAppsOwn.ts'
import { requiresOnlyWhatIsOpen } from './requiresOnlyWhatIsOpen.ts'
import { requiringARoadTakesAPermit } from './requiringARoadTakesAPermit.ts'
import { roadsAreRequiredWhole } from './roadsAreRequiredWhole.ts'
import { roadsOnlyInGrants } from './roadsOnlyInGrants.ts'
import { roadsStandOnPersons } from './roadsStandOnPersons.ts'
import { schemaDirectives } from './schemaDirectives.ts'
import { sealedStaysWithItsOwner } from './sealedStaysWithItsOwner.ts'
import { sourcesAloneResolve } from './sourcesAloneResolve.ts'
import { usesAnswersItsOwn } from './usesAnswersItsOwn.ts'
import { usesIsTheLastStep } from './usesIsTheLastStep.ts'
import type { Rule } from './rule.ts'
import { subgraphNames } from './subgraphNames.ts'

/** All rules, causes before consequences: their findings are told in this order. */
export const RULES: readonly Rule[] = [
  // How the file is read at all.
  linkFederation,
  linkKnownSpecs,
  linkWithoutRenames,
  schemaDirectives,
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
  oneRoadForEachFlow,
  // Who owns what, and who may label it: everything below goes by the labels.
  eachEntityIsDefinedOnce,
  onlyOwnersLabel,
  personsAreTheirAppsOwn,
  personsAreNeverOpen,
  // R1: who has consented data.
  consentedTypesNameTheirSource,
  sourcesAloneResolve,
  consentedFieldsSayNoMore,
  consentedTypesAreNamedByFew,
  consentedTypesStandAlone,
  consentedTypesAreHidden,
  consentedNamesCarryTheirApp,
  // R2: the roads to it.
  roadsOnlyInGrants,
  roadsStandOnPersons,
  // R3: who asks them, for what.
  roadsAreRequiredWhole,
  requiringARoadTakesAPermit,
  // R4: where it ends.
  usesIsTheLastStep,
  consentedDataIsNoKey,
  usesAnswersItsOwn,
  // R6: what nobody else has.
  sealedStaysWithItsOwner,
  // R5: what nobody opened.
  interfacesAreNotOpen,
  othersTypesAreStubs,
  requiresOnlyWhatIsOpen,
  overridesOnlyWhatIsOpen,
  // R8, and R7 again: what composition would make of it.
  nothingOfOthersIsHidden,
  labelsSurvive,
  nothingOfOthersChanges,
  // What people are told.
  everyFlowHasANotice,
]
