package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.execution.KnownErrors;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.call.Unfolding.Unfolded;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Everything that the checks of one transaction look at.
///
/// @param unfolded the transaction's calls
/// @param approved transactions whose hashes the calls approve, as far as they are known
/// @param second another node of the same chain, where one is asked
/// @param deployment of the protocol, where the person has one
/// @param instead what is simulated where it is no Safe that executes: a timelock
public record Scene(
        ReviewRequest request,
        SafeDomain domain,
        SafeTxHash hash,
        Unfolded unfolded,
        Map<Hash32, ApprovedTransaction> approved,
        ReviewChain chain,
        Optional<SecondNode> second,
        Kept kept,
        SignatureRecovery recovery,
        Optional<Deployment> deployment,
        KnownErrors errors,
        Surroundings surroundings,
        Optional<SimulatedCall> instead) {

    /// Chains that nodes for development have.
    private static final Set<Long> LOCAL = Set.of(1337L, 31337L);

    /// Functions that announce what another call carries out.
    private static final Set<String> ANNOUNCES =
            Set.of("schedule", "scheduleBatch", "propose", "queue", "queueTransaction");

    public SafeTransaction transaction() {
        return request.transaction();
    }

    Told told() {
        return request.told();
    }

    ReviewPolicy policy() {
        return request.policy();
    }

    Address safe() {
        return request.safe();
    }

    /// Whether the chain is one for development, whose node does what it is told.
    boolean isLocal() {
        return LOCAL.contains(chain.chain().number());
    }

    /// Every call, outermost first.
    public List<ReviewedCall> calls() {
        return unfolded.call().all().toList();
    }

    /// The calls that carry no others.
    List<ReviewedCall> leaves() {
        return calls().stream().filter(call -> !call.isEnvelope()).toList();
    }

    /// The calls that are read as a function, with what was read.
    List<UnderstoodCall> understood() {
        return calls().stream()
                .flatMap(call -> call.understood().map(read -> new UnderstoodCall(call, read)).stream())
                .toList();
    }

    /// The calls of some functions of the protocol's contracts.
    ///
    /// @param functions `Treasury.spend`
    List<ReviewedCall> deployed(Set<String> functions) {
        return calls().stream()
                .filter(call -> call.basis() == Basis.DEPLOYED)
                .filter(call -> functions.contains(
                        call.understood().map(CallReading.Understood::function).orElse("")))
                .toList();
    }

    /// Whether a call is only announced: the transaction does not carry it out.
    boolean isLater(ReviewedCall call) {
        return calls().stream()
                .filter(outer -> call.place().startsWith(outer.place() + "."))
                .anyMatch(outer -> outer.understood()
                        .filter(read ->
                                ANNOUNCES.contains(read.call().function().name()))
                        .isPresent());
    }

    /// The only contract of the protocol of that name.
    Optional<Address> contract(String name) {
        return deployment.flatMap(deployed -> deployed.contract(name)).map(DeployedContract::address);
    }

    /// The pools of the protocol in the order of their numbers, which start at 1.
    List<Address> pools() {
        return deployment.stream()
                .flatMap(deployed -> deployed.pools().stream())
                .map(DeployedContract::address)
                .toList();
    }

    Optional<Address> pool(BigInteger number) {
        var pools = pools();
        return number.signum() > 0 && number.compareTo(BigInteger.valueOf(pools.size())) <= 0
                ? Optional.of(pools.get(number.intValue() - 1))
                : Optional.empty();
    }

    /// A call and its function.
    record UnderstoodCall(ReviewedCall call, CallReading.Understood read) {

        String signature() {
            return call.signature();
        }
    }

    /// The changes that the Safe makes to itself, in their order.
    List<SafeChange> changes() {
        return calls().stream()
                .map(ReviewedCall::reading)
                .filter(CallReading.ChangesSafe.class::isInstance)
                .map(CallReading.ChangesSafe.class::cast)
                .map(CallReading.ChangesSafe::change)
                .toList();
    }

    /// A timelock has no owners, modules or guards: its storage is not read as a Safe's.
    public SafeConfiguration configuration() throws ProblemException {
        return instead.isPresent()
                ? new SafeConfiguration(
                        safe(),
                        safe(),
                        List.of(),
                        BigInteger.ZERO,
                        BigInteger.ZERO,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                : storage().configuration();
    }

    SafeStorage storage() {
        return new SafeStorage(safe(), chain::storage);
    }

    /// The execution, with as many owners' approvals as it needs.
    public Simulation simulation() throws ProblemException {
        return chain.simulate(execution());
    }

    SimulatedCall execution() throws ProblemException {
        return instead.isPresent() ? instead.get() : SimulatedExecution.of(configuration(), transaction(), hash);
    }

    /// Addresses that people could take for others.
    public List<Imitation> imitations() throws ProblemException {
        return TargetRules.imitations(this);
    }

    /// How many decimals a token says that it has; nothing where that is no number of decimals.
    public Optional<Integer> decimals(Address token) throws ProblemException {
        return SafeEvents.decimals(chain, token);
    }

    /// An amount of a token as people write it, with the symbol of a token that somebody vouches for:
    /// `1,234.5 USDC`.
    String amount(Address token, BigInteger units) throws ProblemException {
        return Amounts.written(this, token, units);
    }

    boolean hasBook() {
        return !request.book().all().isEmpty();
    }

    /// Whether somebody vouches for an address: the person's book, the deployment, or the Safe itself.
    boolean isNamed(Address address) {
        return name(address).isPresent();
    }

    public Optional<String> name(Address address) {
        if (address.equals(safe())) {
            return Optional.of(instead.isPresent() ? "the timelock" : "the Safe");
        }
        return request.book()
                .name(address)
                .or(() -> Optional.ofNullable(deployedNames().get(address)))
                .or(() -> PublishedSafeContracts.at(address).map(PublishedSafeContracts.Published::toString));
    }

    /// An address as it stands in a sentence.
    public String written(Address address) {
        return name(address).map(name -> name + " (" + address + ")").orElse(address.toString());
    }

    /// Whether a contract is one of the protocol's.
    boolean isDeployed(Address contract) {
        return deployment.stream()
                .flatMap(deployed -> deployed.contracts().stream())
                .anyMatch(deployed -> deployed.address().equals(contract));
    }

    private Map<Address, String> deployedNames() {
        var names = new HashMap<Address, String>();
        deployment.ifPresent(deployed -> {
            deployed.contracts().forEach(contract -> names.put(contract.address(), contract.name()));
            deployed.accounts().forEach((name, account) -> names.put(account, name));
        });
        return names;
    }

    /// Names that another address could be taken for: the book's, the deployment's, the Safe and its owners.
    AddressBook worthImitating() throws ProblemException {
        var names = new HashMap<Address, String>(request.book().all());
        deployedNames().forEach(names::putIfAbsent);
        names.putIfAbsent(safe(), "the Safe");
        for (var owner : configuration().owners()) {
            names.putIfAbsent(owner, "an owner");
        }
        return new AddressBook(names);
    }

    /// Every address that the transaction names: targets, and the arguments of its calls.
    List<Address> mentioned() {
        var mentioned = new ArrayList<Address>();
        calls().forEach(call -> {
            mentioned.add(call.target());
            mentioned.addAll(Mentioned.in(call.reading()));
        });
        Stream.of(transaction().gasToken(), transaction().refundReceiver()).forEach(mentioned::add);
        return mentioned.stream()
                .filter(address -> !address.isZero())
                .distinct()
                .toList();
    }

    /// Whether any code runs as the Safe that is not a published contract's.
    boolean runsForeignCode() {
        return calls().stream()
                .anyMatch(call -> call.operation() == Operation.DELEGATE_CALL
                        && PublishedSafeContracts.at(call.target()).isEmpty());
    }

    /// How many free nonces lie between the Safe's next and the transaction's.
    BigInteger nonceGap() throws ProblemException {
        var next = configuration().nonce();
        var waiting = told().waiting().orElse(List.of()).stream()
                .map(SafeTransaction::nonce)
                .distinct()
                .filter(nonce -> nonce.compareTo(next) >= 0
                        && nonce.compareTo(transaction().nonce()) < 0)
                .count();
        return transaction().nonce().subtract(next).subtract(BigInteger.valueOf(waiting));
    }
}
