// What an integrator's program does, with the client that is generated from the OpenAPI document: the compiler holds it to
// the document, and a server answers it. See GeneratedClient.java.
import createClient from 'openapi-fetch'
import type { paths } from './schema.js'

declare const process: { argv: string[] }

const client = createClient<paths>({ baseUrl: process.argv[2] ?? '' })

/** What was answered, where nothing was refused. */
function answered<Data>(answer: { data?: Data; error?: unknown }): Data {
  if (answer.data === undefined) {
    throw new Error(`refused: ${JSON.stringify(answer.error)}`)
  }
  return answer.data
}

async function everyPolicy() {
  const policies = []
  let cursor: string | undefined
  do {
    const page = answered(await client.GET('/v1/policies', { params: { query: { limit: 500, cursor } } }))
    policies.push(...page.data)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return policies
}

const order = { pool: 1, subject: 3, amount: '50000000000', duration: 7_776_000 }

// @ts-expect-error: the document says that a quote needs an amount
const wrong = () => client.GET('/v1/quote', { params: { query: { pool: 1, subject: 3, duration: 7_776_000 } } })

const pools = answered(await client.GET('/v1/pools')).data
const quote = answered(await client.GET('/v1/quote', { params: { query: order } })).data
const policies = await everyPolicy()
const account = policies.find((policy) => policy.state === 'ACTIVE')?.holder ?? ''
const cover = answered(await client.GET('/v1/accounts/{account}/cover', { params: { path: { account } } })).data
const refused = await client.GET('/v1/quote', { params: { query: { ...order, pool: 99 } } })

console.log(
  JSON.stringify({
    pools: pools.map((pool) => pool.address),
    quote: { premium: quote.premium, capacity: quote.capacity },
    policies: policies.map((policy) => policy.policyId),
    account,
    covered: cover.covered,
    inForce: cover.inForce.map((amount) => amount.inForce),
    problem: refused.error
  })
)
