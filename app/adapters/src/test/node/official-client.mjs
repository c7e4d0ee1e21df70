// Safe's own client, told line by line what to do: a JSON object in, a JSON object out. See OfficialClient.java.
import { createInterface } from 'node:readline'
import SafeApiKit from '@safe-global/api-kit'
import Safe, { hashSafeMessage } from '@safe-global/protocol-kit'
import { createPublicClient, createWalletClient, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

const setting = JSON.parse(process.argv[2])
const chain = {
  id: setting.chainId,
  name: 'Local network',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [setting.rpc] } }
}
const node = createPublicClient({ chain, transport: http(setting.rpc), pollingInterval: 50 })
const service = new SafeApiKit({ chainId: BigInt(setting.chainId), txServiceUrl: setting.service })
const contractNetworks = { [setting.chainId]: setting.contracts }

const address = (key) => privateKeyToAccount(key).address
const wallet = (key) =>
  createWalletClient({ account: privateKeyToAccount(key), chain, transport: http(setting.rpc) })
const kit = (key, safeAddress) =>
  Safe.init({ provider: setting.rpc, signer: key, safeAddress, contractNetworks, isL1SafeSingleton: true })
const mined = (hash) => node.waitForTransactionReceipt({ hash })

async function propose(signing, safe, key, transaction, origin) {
  const safeTxHash = await signing.getTransactionHash(transaction)
  const signature = await signing.signHash(safeTxHash)
  await service.proposeTransaction({
    safeAddress: safe,
    safeTransactionData: transaction.data,
    safeTxHash,
    senderAddress: address(key),
    senderSignature: signature.data,
    origin
  })
  return { safeTxHash, signature: signature.data, data: transaction.data }
}

const tasks = {
  async create({ key, owners, threshold, salt }) {
    const predictedSafe = {
      safeAccountConfig: { owners, threshold },
      safeDeploymentConfig: { saltNonce: salt, safeVersion: setting.version }
    }
    const making = await Safe.init({
      provider: setting.rpc,
      signer: key,
      predictedSafe,
      contractNetworks,
      isL1SafeSingleton: true
    })
    const transaction = await making.createSafeDeploymentTransaction()
    await mined(
      await wallet(key).sendTransaction({
        to: transaction.to,
        value: BigInt(transaction.value),
        data: transaction.data
      })
    )
    const safe = await making.getAddress()
    return { safe, version: (await kit(key, safe)).getContractVersion() }
  },

  async propose({ key, safe, calls, origin, nonce }) {
    const signing = await kit(key, safe)
    const transaction = await signing.createTransaction({
      transactions: calls,
      onlyCalls: calls.length > 1,
      options: { nonce: nonce ?? Number(await service.getNextNonce(safe)) }
    })
    return propose(signing, safe, key, transaction, origin)
  },

  async reject({ key, safe, nonce }) {
    const signing = await kit(key, safe)
    return propose(signing, safe, key, await signing.createRejectionTransaction(nonce))
  },

  async proposeWithoutSignature({ key, safe, safeTxHash, data }) {
    await service.proposeTransaction({
      safeAddress: safe,
      safeTransactionData: data,
      safeTxHash,
      senderAddress: address(key),
      senderSignature: null
    })
  },

  async confirm({ key, safe, safeTxHash }) {
    const signature = await (await kit(key, safe)).signHash(safeTxHash)
    return service.confirmTransaction(safeTxHash, signature.data)
  },

  async confirmWithPrefix({ key, safe, safeTxHash }) {
    const signing = await kit(key, safe)
    const signed = await signing.signTransaction(
      await signing.toSafeTransactionType(await service.getTransaction(safeTxHash)),
      'eth_sign'
    )
    const signature = signed.getSignature(address(key)).data
    await service.confirmTransaction(safeTxHash, signature)
    return { signature }
  },

  async execute({ key, safe, safeTxHash }) {
    const executing = await kit(key, safe)
    const transaction = await service.getTransaction(safeTxHash)
    const isValid = await executing.isValidTransaction(transaction)
    const sent = await executing.executeTransaction(transaction)
    const receipt = await mined(sent.hash)
    return { isValid, hash: sent.hash, status: receipt.status }
  },

  async hash({ key, safe, data }) {
    const signing = await kit(key, safe)
    const transaction = await signing.createTransaction({
      transactions: [data],
      options: { nonce: Number(data.nonce) }
    })
    return { safeTxHash: await signing.getTransactionHash(transaction) }
  },

  pending: ({ safe }) => service.getPendingTransactions(safe),
  transactions: ({ safe }) => service.getMultisigTransactions(safe, { executed: true }),
  transaction: ({ safeTxHash }) => service.getTransaction(safeTxHash),
  confirmations: ({ safeTxHash }) => service.getTransactionConfirmations(safeTxHash),
  nextNonce: async ({ safe }) => ({ nonce: await service.getNextNonce(safe) }),
  info: ({ safe }) => service.getSafeInfo(safe),
  creation: ({ safe }) => service.getSafeCreationInfo(safe),
  owned: ({ owner }) => service.getSafesByOwner(owner),
  about: () => service.getServiceInfo(),
  singletons: () => service.getServiceSingletonsInfo(),
  estimate: ({ safe, call }) => service.estimateSafeTransaction(safe, call),

  delegates: ({ safe }) => service.getSafeDelegates({ safeAddress: safe }),
  addDelegate: ({ key, safe, delegate, label }) =>
    service.addSafeDelegate({
      safeAddress: safe,
      delegateAddress: delegate,
      delegatorAddress: address(key),
      label,
      signer: wallet(key)
    }),
  async removeDelegate({ key, delegate }) {
    await service.removeSafeDelegate({
      delegateAddress: delegate,
      delegatorAddress: address(key),
      signer: wallet(key)
    })
  },

  async message({ key, safe, message }) {
    const signing = await kit(key, safe)
    const signed = await signing.signMessage(signing.createMessage(message))
    await service.addMessage(safe, { message, signature: signed.encodedSignatures() })
    return { hash: await signing.getSafeMessageHash(hashSafeMessage(message)) }
  },

  async signMessage({ key, safe, hash }) {
    const signing = await kit(key, safe)
    const told = await service.getMessage(hash)
    const signed = await signing.signMessage(signing.createMessage(told.message))
    await service.addMessageSignature(hash, signed.encodedSignatures())
  },

  async isMessageValid({ key, safe, message, signature }) {
    return { isValid: await (await kit(key, safe)).isValidSignature(hashSafeMessage(message), signature) }
  },

  messages: ({ safe }) => service.getMessages(safe)
}

const text = (_, value) => (typeof value === 'bigint' ? value.toString() : value)

for await (const line of createInterface({ input: process.stdin })) {
  const { task, ...given } = JSON.parse(line)
  let answer
  try {
    answer = { result: (await tasks[task](given)) ?? null }
  } catch (failure) {
    answer = { failure: String(failure.message), status: failure.statusCode, data: failure.data }
  }
  process.stdout.write(JSON.stringify(answer, text) + '\n')
}
