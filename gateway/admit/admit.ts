import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Caller } from '../identify/caller.ts'
import type { Documents } from './documents.ts'
import type { Policy } from './policies.ts'
import { OperationRefused } from './refusal.ts'

/** What is asked, and by whom. */
export interface Request {
  readonly method: 'GET' | 'POST'
  readonly text: string
  readonly operationName?: string | undefined
  readonly caller: Caller
  /** Of the caller's client. */
  readonly policy: Policy
}

/** An operation that may be planned. */
export interface Admitted {
  readonly document: DocumentNode
  readonly operationName?: string
  /** Identifies the text and the operation in it. */
  readonly key: string
}

export interface AdmitOptions {
  readonly documents: Documents
  /** Whether people can sign in here at all; if not, anybody may call mutations. */
  readonly identified: boolean
}

/**
 * Lets a request through or throws `OperationRefused`: limits first, since validation takes longer than counting, then
 * validation, then what this client may do.
 */
export function admit(options: AdmitOptions, request: Request): Admitted {
  try {
    return admitOperation(options, request)
  } catch (error) {
    throw error instanceof GraphQLError ? new OperationRefused([error]) : error
  }
}

function admitOperation({ documents, identified }: AdmitOptions, request: Request): Admitted {
  const { text, operationName, policy } = request
  const { document, hash, introspects } = documents.prepare(text, policy.limits, policy.introspection)
  if (introspects && !policy.introspection) throw fault('INTROSPECTION_OFF')
  checkKind(chooseOperation(document, operationName), request, identified)
  return { document, ...(operationName === undefined ? {} : { operationName }), key: `${hash}:${operationName ?? ''}` }
}

function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name)
  if (operation) return operation
  const what = name === undefined ? '"operationName" must say which of the operations is meant' : unknownName(name)
  throw fault('OPERATION_RESOLUTION_FAILURE', { message: `${what}.` })
}

function unknownName(name: string): string {
  return `"operationName" must name an operation of the document, but got: ${name}`
}

function checkKind({ operation }: OperationDefinitionNode, { method, caller }: Request, identified: boolean): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) throw fault('SUBSCRIPTIONS_OFF')
  if (operation !== OperationTypeNode.MUTATION) return
  if (method === 'GET') {
    throw fault('REQUEST_METHOD_NOT_ALLOWED', { message: 'A mutation must be sent by POST, but got: GET.' })
  }
  if (identified && caller.client === null) throw fault('UNAUTHENTICATED')
}
