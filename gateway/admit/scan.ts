import { Lexer, Source, type Token, TokenKind } from 'graphql'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Limits } from '../options.ts'

/**
 * Brackets of all kinds inside one another. graphql-js parses by recursion and overflows the stack at about 2,000; no
 * operation within the limits comes near this, list values included.
 */
const DEEPEST_NESTING = 250

/**
 * Counts the tokens of a document before it is parsed, so that a text which is over a limit costs no more than what it
 * takes to see that: stops at the first token too many, alias too many within one definition, or bracket too deep.
 * Throws `OPERATION_TOO_MANY_TOKENS`, `OPERATION_TOO_MANY_ALIASES`, `OPERATION_TOO_DEEP`, and graphql-js' syntax error
 * for what is no GraphQL token. Answers the number of tokens.
 */
export function scan(text: string, limits: Limits): number {
  const lexer = new Lexer(new Source(text))
  const nesting = createNesting()
  let tokens = 0
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (++tokens > limits.tokens) throw tooManyTokens(limits.tokens)
    nesting.read(token)
    if (nesting.depth() > DEEPEST_NESTING) throw fault('OPERATION_TOO_DEEP', { message: TOO_NESTED })
    if (nesting.aliases() > limits.aliases) throw tooManyAliases(limits.aliases)
  }
  return tokens
}

export function tooManyAliases(limit: number, got = `more than ${limit}`): Error {
  return fault('OPERATION_TOO_MANY_ALIASES', {
    message: `An operation may have at most ${limit} aliases, but this has ${got}. Ask in several steps.`,
  })
}

const TOO_NESTED = `Brackets may nest at most ${DEEPEST_NESTING} deep, but these nest deeper. Ask in several steps.`

function tooManyTokens(limit: number): Error {
  return fault('OPERATION_TOO_MANY_TOKENS', {
    message: `A document may have at most ${limit} tokens, but this has more. Ask for less at once, or use fragments.`,
  })
}

interface Nesting {
  read(token: Token): void
  depth(): number
  /** Aliases in the definition that is being read. */
  aliases(): number
}

function createNesting(): Nesting {
  let depth = 0
  let parentheses = 0
  let aliases = 0

  return {
    depth: () => depth,
    aliases: () => aliases,
    read({ kind }) {
      if (kind === TokenKind.BRACE_L && depth === 0) aliases = 0
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) depth++
      if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R) depth--
      if (kind === TokenKind.PAREN_L) parentheses++
      if (kind === TokenKind.PAREN_R) parentheses--
      // Outside parentheses a colon can only follow an alias.
      if (kind === TokenKind.COLON && parentheses === 0) aliases++
    },
  }
}
