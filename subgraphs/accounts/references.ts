/**
 * What accounts holds of a profile, a status or a viewer: the id alone. Ids of the apps are sealed with keys of the apps:
 * here they are compared and handed back, never opened, and whether there is such a thing is not known.
 */
export interface Reference {
  readonly id: string
}
