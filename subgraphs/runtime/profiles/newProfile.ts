import { z } from 'zod'
import { lengthOf } from '../text/text.ts'

// What every app asks of a new profile; which settings there are, and their defaults, is each app's own.

/** The enum `Reach` of the graph: who may do a thing. */
export const REACHES = ['NOBODY', 'CONNECTIONS', 'EVERYONE'] as const
export type Reach = (typeof REACHES)[number]

export const reach = z.enum(REACHES)

/** 1 to 80 characters. */
export const displayName = z
  .string()
  .trim()
  .refine((name) => name !== '' && lengthOf(name) <= 80, 'must have 1 to 80 characters')

/** Private, for age bands only; in no schema. */
export const birthYear = z.int().min(1900).max(2100)

/** A BCP 47 tag, for example `en` or `de-CH`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .default('en')

/** The look of an app. */
export const theme = z.enum(['system', 'light', 'dark']).default('system')

export const idempotencyKey = z.string().min(1).max(128)
