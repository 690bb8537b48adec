import { type Session, type Town, profileOf } from './town.ts'

/** Each road with its flow `from>to>purpose` and consented type. */
export const ROADS = [
  ['SOCIAL', 'messengerAdSignals', 'messenger>social>ADS', 'MessengerAdSignals'],
  ['SOCIAL', 'photoAdSignals', 'photo>social>ADS', 'PhotoAdSignals'],
  ['PHOTO', 'messengerPersonalizationSignals', 'messenger>photo>PERSONALIZE', 'MessengerPersonalizationSignals'],
  ['PHOTO', 'socialPersonalizationSignals', 'social>photo>PERSONALIZE', 'SocialPersonalizationSignals'],
  ['PHOTO', 'messengerImprovementSignals', 'messenger>photo>IMPROVE', 'MessengerImprovementSignals'],
] as const

/** The grants that a person in the accounts center gets on all roads, by flow. */
export async function everyRoad(
  town: Town,
  person: string,
  session: Session = town.inCenter(person),
): Promise<Record<string, string>> {
  const grants: Record<string, string> = {}
  for (const [app, field, flow] of ROADS) {
    const grant = await town.road(session, app, profileOf(app, person), field)
    if (grant !== null) grants[flow] = grant
  }
  return grants
}
