package org.breakwater.adapters.review;

import static org.breakwater.adapters.review.ReviewStage.DOLLAR;
import static org.breakwater.adapters.review.ReviewStage.ETHER;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.localnet.SafeRelease;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.review.request.Told.ToldArgument;
import org.breakwater.core.review.request.Told.ToldCall;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction.Confirmation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Attacks on signers, as they happened or as they were published, against Safes of the local network.
final class Attacks {

    private static final Address MULTI_SEND = Address.parse("0x38869bf66a61cF6bDB996A6aE40D5853Fd43B526");
    private static final Address CALL_ONLY = Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2");
    private static final Address CALL_ONLY_1_5_0 = Address.parse("0xA83c336B20401Af773B6219BA5027174338D1836");
    private static final Address SIGN_MESSAGE = Address.parse("0xd53cd0aB83D845Ac265BE939c57F53AD838012c9");
    private static final BigInteger ENDLESS = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    /// Answers every call with the text `1.3.0`, as a false singleton would.
    private static final String ANSWERS_1_3_0 =
            "0x60205f526005602052" + "7f312e332e30" + "00".repeat(27) + "60405260605ff3";

    private final ReviewStage stage;
    private final Address safe;
    private final List<Case> cases = new ArrayList<>();

    private Attacks(ReviewStage stage) {
        this.stage = stage;
        this.safe = stage.council();
    }

    static List<Case> on(ReviewStage stage) throws ProblemException {
        var attacks = new Attacks(stage);
        attacks.foreignCode();
        attacks.batches();
        attacks.configuration();
        attacks.power();
        attacks.tokens();
        attacks.refunds();
        attacks.delays();
        attacks.lies();
        attacks.simulations();
        attacks.impostors();
        return attacks.cases;
    }

    private void add(String name, SafeCall call) {
        add(name, stage.next(safe, call));
    }

    private void add(String name, SafeTransaction transaction) {
        cases.add(new Case(name, safe, transaction, Told.NOTHING, stage.book(), true));
    }

    private static SafeCall delegate(Address to, Bytes data) {
        return new SafeCall(Operation.DELEGATE_CALL, to, BigInteger.ZERO, data);
    }

    private static SafeCall call(Address to, String function, Object... arguments) {
        return SafeCall.of(to, Calldata.of(function, arguments));
    }

    private static SafeCall batch(SafeCall... calls) {
        return delegate(CALL_ONLY, MultiSend.pack(List.of(calls)));
    }

    private static SafeCall pay(Address to, BigInteger wei) {
        return new SafeCall(Operation.CALL, to, wei, Bytes.EMPTY);
    }

    private void foreignCode() {
        var trojan = stage.unknown("trojan", Bytecode.stores(0, stranger("sweeper")));
        var transfer = Calldata.of("transfer(address,uint256)", stranger("sweeper"), 0);
        var next = stage.next(safe, delegate(trojan, transfer));
        add(
                "Bybit, 2025-02-21: a transfer run as the Safe rewrites its code",
                new SafeTransaction(
                        next.to(),
                        next.value(),
                        next.data(),
                        next.operation(),
                        BigInteger.valueOf(45_746),
                        next.baseGas(),
                        next.gasPrice(),
                        next.gasToken(),
                        next.refundReceiver(),
                        next.nonce()));
        add(
                "WazirX, 2024-07-18: the wallet's code replaced by a contract of eight days",
                delegate(
                        stage.unknown("upgrade", Bytecode.stores(0, stranger("new code"))),
                        Bytes.fromHex("0xdeadbeef")));
        add(
                "Parity, 2017-11-06: the library is made to kill itself",
                delegate(
                        stage.unknown("kill", Bytecode.TAKES_ANYTHING),
                        Calldata.of("kill(address)", stranger("devops199"))));
        add(
                "DPRK playbook: the threshold written by foreign code",
                delegate(
                        stage.unknown("threshold", Bytecode.stores(4, Address.parse("0x" + "0".repeat(39) + "1"))),
                        Bytes.EMPTY));
        add("Delegate call to an account without code", delegate(stranger("empty"), transfer));
        add(
                "Imitation MultiSend at an unlisted address (phishing kit, 2025)",
                delegate(
                        stage.unknown("multisend", Bytecode.TAKES_ANYTHING),
                        MultiSend.pack(List.of(pay(stage.friend("Payroll"), ETHER)))));
    }

    private void batches() throws ProblemException {
        var trojan = stage.unknown("trojan", Bytecode.stores(0, stranger("sweeper")));
        var bybit = delegate(trojan, Calldata.of("transfer(address,uint256)", stranger("sweeper"), 0));
        add(
                "Bybit's call inside a MultiSend (Safenet vector M4)",
                delegate(MULTI_SEND, MultiSend.pack(List.of(bybit))));
        add(
                "Bybit's call in a batch inside a batch",
                delegate(
                        MULTI_SEND,
                        MultiSend.pack(List.of(
                                pay(stage.friend("Payroll"), ETHER),
                                delegate(MULTI_SEND, MultiSend.pack(List.of(bybit)))))));
        add(
                "MultiSend phishing, 2025 ($3.05 M): an approval hidden in a batch",
                batch(
                        pay(stage.friend("Payroll"), ETHER),
                        call(
                                stage.dollars(),
                                "approve(address,uint256)",
                                stage.unknown("drainer", Bytecode.TAKES_ANYTHING),
                                ENDLESS)));
        add(
                "Unleash Protocol, 2025 ($3.9 M): an owner swapped inside a batch",
                batch(pay(stage.friend("Payroll"), ETHER), SafeCall.of(safe, swapFirst(stranger("attacker")))));
        var whole = MultiSend.pack(List.of(pay(stage.friend("Payroll"), ETHER), pay(stranger("hidden"), ETHER)));
        add("A batch with bytes behind its end", delegate(CALL_ONLY, Bytes.concat(whole, Bytes.zeros(32))));
        var packed = Calldata.of(
                "multiSend(bytes)",
                Bytes.concat(
                        entry(stage.friend("Payroll"), ETHER),
                        entry(stranger("hidden"), ETHER).slice(0, 60)));
        add("A batch whose last entry is cut and executed all the same", delegate(CALL_ONLY, packed));
        var handsOver = call(safe, "enableModule(address)", stage.unknown("module", Bytecode.TAKES_ANYTHING));
        var fifteen = stage.safe(SafeRelease.V1_5_0, 2, 3);
        other(
                "Zero address means the Safe in MultiSend 1.5.0 (Safenet vector M3)",
                fifteen,
                delegate(
                        CALL_ONLY_1_5_0,
                        MultiSend.pack(List.of(
                                new SafeCall(Operation.CALL, Address.ZERO, BigInteger.ZERO, handsOver.data())))));
        add("Recursion bomb: batches five deep", nested(5));
    }

    private SafeCall nested(int depth) {
        var call = pay(stage.friend("Payroll"), ETHER);
        for (int i = 0; i < depth; i++) {
            call = delegate(MULTI_SEND, MultiSend.pack(List.of(call)));
        }
        return call;
    }

    private static Bytes entry(Address to, BigInteger value) {
        return Bytes.concat(Bytes.of(new byte[] {0}), to.bytes(), Word.of(value), Word.of(0));
    }

    private Bytes swapFirst(Address by) {
        var owners = owners();
        return Calldata.of("swapOwner(address,address,address)", SafeStorage.SENTINEL, owners.getFirst(), by);
    }

    private List<Address> owners() {
        return stage.network().description().safes().getFirst().state().owners();
    }

    private void other(String name, SafeDomain of, SafeCall call) {
        cases.add(new Case(name, of.safe(), stage.next(of.safe(), call), Told.NOTHING, stage.book(), true));
    }

    private void configuration() throws ProblemException {
        var module = stage.unknown("router module", Bytecode.TAKES_ANYTHING);
        add(
                "SquidRouterModule, 2026-05-25 (86 Safes): a third party's module",
                call(safe, "enableModule(address)", module));
        add("A guard that refuses everything (Safe issue tracker)", call(safe, "setGuard(address)", module));
        add(
                "A fallback handler that acts as the Safe (OpenZeppelin, 2022)",
                call(safe, "setFallbackHandler(address)", module));
        var fifteen = stage.safe(SafeRelease.V1_5_0, 2, 3);
        other("A guard of modules in 1.5.0", fifteen, call(fifteen.safe(), "setModuleGuard(address)", module));
        add("Ronin, 2022-03-23: few keys are enough", call(safe, "changeThreshold(uint256)", 1));
        add("Harmony, 2022-06-23: two of many are enough", call(safe, "changeThreshold(uint256)", 2));
        add("A lock by all-of-all", call(safe, "changeThreshold(uint256)", 7));
        add(
                "Nested-Safe poisoning, 2026-02: a stranger as owner",
                call(safe, "addOwnerWithThreshold(address,uint256)", stranger("new owner"), 4));
        add(
                "Multichain, 2023-07: an owner exchanged for the attacker",
                SafeCall.of(safe, swapFirst(stranger("attacker"))));
        var unnamed = stranger("7702 owner");
        stage.hand().code(unnamed, "0xef0100" + stranger("7702").bytes().toHex().substring(2));
        add(
                "EIP-7702 phishing, 2025: an owner that a contract acts for",
                call(safe, "addOwnerWithThreshold(address,uint256)", unnamed, 4));
    }

    private void power() {
        var provider = stage.known("Lending pool provider", Bytecode.TAKES_ANYTHING);
        add(
                "Radiant, 2024-10-16 ($50 M): transferOwnership behind a routine change",
                call(provider, "transferOwnership(address)", stranger("radiant")));
        add(
                "Radiant, the second step: another implementation",
                call(provider, "setLendingPoolImpl(address)", stranger("pool")));
        var proxy = stage.known("Token proxy", Bytecode.TAKES_ANYTHING);
        add(
                "PAID Network, 2021-03-05: the proxy's owner upgrades it",
                call(provider, "upgrade(address,address)", proxy, stage.unknown("impl", Bytecode.TAKES_ANYTHING)));
        add(
                "Audius, 2022-07-23: the implementation initialised again",
                call(
                        proxy,
                        "upgradeToAndCall(address,bytes)",
                        stage.unknown("impl", Bytecode.TAKES_ANYTHING),
                        Bytes.fromHex("0x8129fc1c")));
        add(
                "Ankr, 2022-12-02: an upgrade by the deployer's key",
                call(proxy, "upgradeTo(address)", stage.unknown("impl", Bytecode.TAKES_ANYTHING)));
        add(
                "Beanstalk, 2022-04-17: facets exchanged",
                call(
                        proxy,
                        "diamondCut((address,uint8,bytes4[])[],address,bytes)",
                        List.of(),
                        stranger("init"),
                        Bytes.fromHex("0xe1c7392a")));
        add(
                "Munchables, 2024-03-26: a role for a stranger",
                call(provider, "grantRole(bytes32,address)", Keccak.hash("MINTER_ROLE"), stranger("minter")));
        add(
                "The AccessManager's admin role for a stranger",
                call(stage.deployed("AccessManager"), "grantRole(uint64,address,uint32)", 0L, stranger("admin"), 0L));
        add(
                "Another authority for a contract of the protocol",
                call(
                        stage.deployed("AccessManager"),
                        "updateAuthority(address,address)",
                        stage.deployed("Treasury"),
                        stage.unknown("authority", Bytecode.TAKES_ANYTHING)));
        add("Ownership thrown away", call(provider, "renounceOwnership()"));
        add(
                "Build Finance, 2022-02: votes for the attacker",
                call(stage.deployed("CoverToken"), "delegate(address)", stranger("voter")));
        add(
                "Module path: execTransactionFromModule on another Safe",
                call(
                        stage.known("Other Safe", Bytecode.TAKES_ANYTHING),
                        "execTransactionFromModule(address,uint256,bytes,uint8)",
                        stranger("payee"),
                        ETHER,
                        Bytes.EMPTY,
                        0));
    }

    private void tokens() {
        var token = stage.dollars();
        add(
                "Inferno Drainer, 2023: an endless approval",
                call(token, "approve(address,uint256)", stage.unknown("inferno", Bytecode.TAKES_ANYTHING), ENDLESS));
        add(
                "BadgerDAO, 2021-12-02: increaseAllowance for an account",
                call(
                        token,
                        "increaseAllowance(address,uint256)",
                        stranger("badger"),
                        DOLLAR.multiply(BigInteger.valueOf(1_000_000))));
        add(
                "OpenSea phishing, 2022-02: setApprovalForAll",
                call(
                        stage.known("Collection", Bytecode.TAKES_ANYTHING),
                        "setApprovalForAll(address,bool)",
                        stranger("collector"),
                        true));
        add(
                "Pink Drainer, 2023: Permit2",
                call(
                        stage.known("Permit2", Bytecode.TAKES_ANYTHING),
                        "approve(address,address,uint160,uint48)",
                        token,
                        stage.unknown("pink", Bytecode.TAKES_ANYTHING),
                        BigInteger.ONE.shiftLeft(160).subtract(BigInteger.ONE),
                        2_000_000_000L));
        var partner = stage.friend("Market maker");
        var imitation = imitation(partner);
        add("Address poisoning, 2024-05-03 ($68 M): money to a look-alike", pay(imitation, ETHER));
        add("Address poisoning of a token transfer", call(token, "transfer(address,uint256)", imitation, DOLLAR));
        add(
                "Karp, 2020-12-14 (370,000 NXM): everything to somebody new",
                call(
                        token,
                        "transfer(address,uint256)",
                        stranger("karp"),
                        DOLLAR.multiply(BigInteger.valueOf(9_000_000))));
        add("A fifth of the money to somebody new", pay(stranger("fifth"), ETHER.multiply(BigInteger.valueOf(200))));
        add("Tornado Cash governance, 2023-05-20: a target without code", call(stranger("metamorphic"), "claim()"));
        var router = stage.known("Exchange", Bytecode.TAKES_ANYTHING);
        add(
                "A swap for as little as nothing (sandwich)",
                call(
                        router,
                        "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                        DOLLAR,
                        0,
                        List.of(token, stage.deployed("CoverToken")),
                        safe,
                        2_000_000_000L));
        add(
                "A swap whose proceeds go elsewhere",
                call(
                        router,
                        "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                        DOLLAR,
                        DOLLAR,
                        List.of(token, stage.deployed("CoverToken")),
                        stranger("proceeds"),
                        2_000_000_000L));
        add(
                "A vault's redemption to a stranger",
                call(
                        stage.known("Vault", Bytecode.TAKES_ANYTHING),
                        "redeem(uint256,address,address)",
                        DOLLAR,
                        stranger("redeemer"),
                        safe));
        var dirty = Calldata.of("transfer(address,uint256)", stage.friend("Payroll"), DOLLAR)
                .toArray();
        dirty[6] = 1;
        add("Dirty padding: two readers see two payees", SafeCall.of(token, Bytes.of(dirty)));
        add("Calldata that nobody can read", SafeCall.of(router, Bytes.fromHex("0x12345678" + "00".repeat(64))));
    }

    /// The same first and last four digits.
    private static Address imitation(Address of) {
        var bytes = of.bytes().toArray();
        for (int i = 4; i < 16; i++) {
            bytes[i] ^= 0x5a;
        }
        return new Address(Bytes.of(bytes));
    }

    private SafeTransaction refunding(SafeCall call, long baseGas, long price, Address token, Address receiver) {
        return new SafeTransaction(
                call.to(),
                call.value(),
                call.data(),
                call.operation(),
                BigInteger.ZERO,
                BigInteger.valueOf(baseGas),
                BigInteger.valueOf(price),
                token,
                receiver,
                stage.nonce(safe));
    }

    private void refunds() {
        var payroll = pay(stage.friend("Payroll"), ETHER);
        add(
                "Gas refund: a token's whole balance as baseGas (Safe docs)",
                refunding(payroll, 1_000_000_000L, 9_000, stage.dollars(), stranger("relayer")));
        add(
                "Gas refund in the network's own money",
                refunding(payroll, 100_000, 1_000_000_000_000L, Address.ZERO, stranger("relayer")));
        add(
                "A rejection that pays a refund (5afe/safe-react#1800)",
                refunding(pay(safe, BigInteger.ZERO), 1_000_000_000L, 9_000, stage.dollars(), stranger("relayer")));
        add(
                "A refund's receiver where nothing is refunded",
                refunding(payroll, 0, 0, Address.ZERO, stranger("relayer")));
    }

    private void delays() {
        var timelock = stage.deployed("TimelockController");
        var spend = Calldata.of("transfer(address,uint256)", stranger("timelock"), DOLLAR);
        add(
                "Drift, 2026-04-01 ($285 M): a schedule without a delay",
                call(
                        timelock,
                        "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
                        stage.dollars(),
                        0,
                        spend,
                        ReviewStage.word(0),
                        ReviewStage.word(1),
                        0));
        add("A delay that is taken away", call(timelock, "updateDelay(uint256)", 0));
        add(
                "Compound's timelock, with the signature apart",
                call(
                        stage.known("Old timelock", Bytecode.TAKES_ANYTHING),
                        "queueTransaction(address,uint256,string,bytes,uint256)",
                        stage.known("Comptroller", Bytecode.TAKES_ANYTHING),
                        0,
                        "transferOwnership(address)",
                        Word.of(stranger("compound")),
                        2_000_000_000L));
        add(
                "Ownership moved through the AccessManager's schedule",
                call(
                        stage.deployed("AccessManager"),
                        "schedule(address,bytes,uint48)",
                        stage.deployed("LocalToken"),
                        Calldata.of("transferOwnership(address)", stranger("scheduled")),
                        0));
        var far = SafeTransaction.of(
                pay(stage.friend("Payroll"), ETHER), stage.nonce(safe).add(BigInteger.valueOf(40)));
        add("Drift, the stockpile: signed forty nonces ahead", far);
        add(
                "A nonce that was used",
                SafeTransaction.of(
                        pay(stage.friend("Payroll"), ETHER), stage.nonce(safe).subtract(BigInteger.ONE)));
        add(
                "A hash approved blindly for another Safe (Safe issue #7679)",
                call(stage.known("Other Safe", Bytecode.TAKES_ANYTHING), "approveHash(bytes32)", Keccak.hash("blind")));
        add(
                "A message signed blindly for good",
                delegate(
                        SIGN_MESSAGE,
                        Calldata.of("signMessage(bytes)", Keccak.hash("order").bytes())));
        add(
                "A stop that is lifted while the attack goes on",
                call(stage.known("Bridge", Bytecode.TAKES_ANYTHING), "unpause()"));
        add(
                "Another Safe's owners changed through this one",
                call(
                        stage.known("Other Safe", Bytecode.TAKES_ANYTHING),
                        "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
                        stage.friend("Other Safe"),
                        0,
                        Calldata.of("addOwnerWithThreshold(address,uint256)", stranger("attacker"), 1),
                        0,
                        0,
                        0,
                        0,
                        Address.ZERO,
                        Address.ZERO,
                        Bytes.EMPTY));
    }

    private void lies() throws ProblemException {
        var benign =
                stage.next(safe, call(stage.dollars(), "transfer(address,uint256)", stage.friend("Payroll"), DOLLAR));
        var domain = new SafeDomain(SafeVersion.V1_4_1, stage.network().node().chain(), safe);
        var hash = SafeTxHash.of(domain, benign).hash();
        lie(
                "Bybit, the display: another hash than the fields have",
                benign,
                told(Keccak.hash("what the page showed"), List.of()));
        lie("A service that decodes what is not there", benign, decoded("claim", List.of()));
        lie(
                "A service that names another payee",
                benign,
                decoded(
                        "transfer",
                        List.of(
                                new ToldArgument(
                                        "to",
                                        "address",
                                        Optional.of(
                                                stage.friend("Insurance fund").toString())),
                                new ToldArgument("amount", "uint256", Optional.of(DOLLAR.toString())))));
        var signer = stage.network().councilSigners().getFirst();
        var other = SafeTxHash.of(domain, SafeTransaction.rejection(safe, benign.nonce()));
        var over = signer.sign(other).signature().slot(0);
        lie(
                "Bybit, the dump: signatures over another hash",
                benign,
                told(hash, List.of(confirmed(signer.address(), over))));
        var good = signer.sign(SafeTxHash.of(domain, benign)).signature().slot(0);
        lie("A signature filed under another owner", benign, told(hash, List.of(confirmed(owners().get(1), good))));
        lie(
                "A signature counted twice",
                benign,
                told(hash, List.of(confirmed(signer.address(), good), confirmed(signer.address(), good))));
        lie(
                "An approval on chain that never was",
                benign,
                told(
                        hash,
                        List.of(confirmed(
                                owners().get(2),
                                Bytes.concat(Word.of(owners().get(2)), Word.of(0), Bytes.of(new byte[] {1}))))));
        lie("Wintermute, 2022-06-05: signed for another chain", benign, Told.NOTHING.chainId(BigInteger.TEN));
        lie("A proposer who owns nothing", benign, Told.NOTHING.proposer(Optional.of(stranger("proposer"))));
        lie(
                "A digit changed on the way: the checksum is wrong",
                benign,
                Told.NOTHING.miswritten(List.of("0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B")));
        lie(
                "WazirX, the queue: a rival of the same nonce",
                benign,
                Told.NOTHING.waiting(
                        List.of(benign, SafeTransaction.of(pay(stranger("rival"), ETHER), benign.nonce()))));
    }

    private void lie(String name, SafeTransaction transaction, Told told) {
        cases.add(new Case(name, safe, transaction, told, stage.book(), true));
    }

    private static Told told(Hash32 hash, List<Confirmation> confirmations) {
        return Told.NOTHING.hash(hash).confirmations(confirmations);
    }

    private static Told decoded(String method, List<ToldArgument> arguments) {
        return Told.NOTHING.decoded(new ToldCall(method, arguments));
    }

    private static Confirmation confirmed(Address owner, Bytes signature) {
        return new Confirmation(owner, signature, Instant.EPOCH);
    }

    private void simulations() {
        var taker = stage.known("Rewards", Bytecode.TAKES_ANYTHING);
        stage.hand()
                .send(
                        safe,
                        stage.dollars(),
                        Calldata.of("approve(address,uint256)", taker, DOLLAR.multiply(BigInteger.valueOf(100_000))));
        var takes = Calldata.of(
                "transferFrom(address,address,uint256)",
                safe,
                stranger("taker"),
                DOLLAR.multiply(BigInteger.valueOf(50_000)));
        stage.hand().code(taker, Bytecode.calls(stage.dollars(), takes));
        stage.give(safe);
        add("An old allowance used by a harmless name", call(taker, "claim()"));
        var shy = stage.known("Airdrop", Bytecode.TAKES_ANYTHING);
        stage.hand()
                .send(
                        safe,
                        stage.dollars(),
                        Calldata.of("approve(address,uint256)", shy, DOLLAR.multiply(BigInteger.valueOf(100_000))));
        stage.hand().code(shy, Bytecode.callsInRealBlocks(stage.dollars(), takes));
        add("Simulation spoofing, 2025 (Scam Sniffer): harmless where nobody mines", call(shy, "claim()"));
        add(
                "A transaction that cannot succeed",
                call(
                        stage.dollars(),
                        "transfer(address,uint256)",
                        stage.friend("Payroll"),
                        DOLLAR.multiply(BigInteger.valueOf(900_000_000))));
    }

    private void impostors() throws ProblemException {
        var impostor = stage.safe(SafeRelease.V1_3_0, 2, 3);
        var code = (String) stage.hand().ask("eth_getCode", impostor.safe().toString(), "latest");
        stage.hand().code(impostor.safe(), code + "00");
        other("A Safe whose proxy is not Safe's", impostor, pay(stage.friend("Payroll"), ETHER));
        var old = stage.safe(SafeRelease.V1_3_0, 2, 3);
        stage.hand().storage(old.safe(), ReviewStage.word(0), Word.of(stage.unknown("answers", ANSWERS_1_3_0)));
        other("A Safe after Bybit: the code behind it is the attacker's", old, pay(stage.friend("Payroll"), ETHER));
    }
}
