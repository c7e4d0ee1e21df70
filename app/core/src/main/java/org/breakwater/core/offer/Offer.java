package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.FromStore;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// What is offered after one block. It does not change, and any thread may ask it; what is asked for is computed once.
public final class Offer {

    private final Deployment deployment;
    private final FromStore stored;
    private final ProtocolView view;
    private final Quotes quotes;
    private final Once<List<Pool>> pools;
    private final Once<List<Subject>> subjects;
    private final Once<List<Policy>> policies;
    private final Once<Map<Address, List<Policy>>> policiesByHolder;
    private final Once<List<Integrator>> integrators;
    private final Once<Map<Address, List<IntegratedCover>>> coverByAccount;
    private final Once<List<Series>> series;
    private final Once<List<Incident>> incidents;
    private final Once<List<Claim>> claims;
    private final Once<List<Parameter>> parameters;
    private final Once<TreasurySummary> treasury;

    public Offer(Deployment deployment, FromStore stored) {
        this.deployment = deployment;
        this.stored = stored;
        view = stored.known().view();
        quotes = new Quotes(view);
        pools = new Once<>(() -> new PoolDocuments(view).pools());
        var assets =
                new Once<>(() -> pools.get().stream().collect(Collectors.toUnmodifiableMap(Pool::poolId, Pool::asset)));
        subjects = new Once<>(() -> new SubjectDocuments(view, quotes).subjects());
        var cover = new CoverDocuments(view, poolId -> assets.get().get(poolId));
        policies = new Once<>(cover::policies);
        policiesByHolder = new Once<>(() -> policies.get().stream().collect(Collectors.groupingBy(Policy::holder)));
        integrators = new Once<>(cover::integrators);
        coverByAccount =
                new Once<>(() -> cover.integrated().stream().collect(Collectors.groupingBy(IntegratedCover::account)));
        series = new Once<>(cover::series);
        var loss = new LossDocuments(view, poolId -> assets.get().get(poolId));
        incidents = new Once<>(loss::incidents);
        claims = new Once<>(loss::claims);
        parameters = new Once<>(() -> new ParameterDocuments(view).parameters());
        treasury = new Once<>(() -> TreasuryDocuments.summary(view.treasury()));
    }

    /// Computes what most will ask for, so that the first need not wait.
    public void prepare() {
        subjects();
        policiesOf(Address.ZERO);
        cover(Address.ZERO);
        incidents();
        claims();
        parameters();
        treasury();
    }

    /// The block that all of it is true of.
    public BlockRef block() {
        return stored.known().block();
    }

    /// The newest block with events. It is never forgotten while its branch stands.
    public Optional<BlockRef> lastEvents() {
        return stored.known().state().block();
    }

    public FromStore stored() {
        return stored;
    }

    public AsOf asOf() {
        var block = block();
        return new AsOf(
                deployment.chain().number(),
                block.number(),
                block.hash(),
                block.time().getEpochSecond(),
                stored.unasked().isEmpty());
    }

    public List<Pool> pools() {
        return pools.get();
    }

    public List<Subject> subjects() {
        return subjects.get();
    }

    public QuoteAnswer quote(QuoteRequest wanted) {
        return quotes.of(wanted);
    }

    /// By their numbers, which start at 1.
    public List<Policy> policies() {
        return policies.get();
    }

    public List<Policy> policiesOf(Address holder) {
        return policiesByHolder.get().getOrDefault(holder, List.of());
    }

    public List<Integrator> integrators() {
        return integrators.get();
    }

    public List<Series> series() {
        return series.get();
    }

    public List<Incident> incidents() {
        return incidents.get();
    }

    public List<Claim> claims() {
        return claims.get();
    }

    public List<Parameter> parameters() {
        return parameters.get();
    }

    public TreasurySummary treasury() {
        return treasury.get();
    }

    public List<Contract> contracts() {
        return deployment.contracts().stream()
                .map(contract -> new Contract(contract.name(), contract.address()))
                .toList();
    }

    /// What an account is covered for.
    public AccountCover cover(Address account) {
        var held = policiesOf(account).reversed();
        var integrated = coverByAccount.get().getOrDefault(account, List.of());
        var active = held.stream().filter(CoverDocuments::isInForce).toList();
        var running = integrated.stream()
                .filter(cover -> cover.inForce().signum() > 0)
                .toList();
        var inForce = new TreeMap<Address, BigInteger>();
        active.forEach(policy -> inForce.merge(policy.asset(), policy.remaining(), BigInteger::add));
        running.forEach(cover -> inForce.merge(cover.asset(), cover.inForce(), BigInteger::add));
        var ends = Stream.concat(
                active.stream().map(Policy::coveredUntil),
                running.stream().flatMap(cover -> cover.fundedUntil().stream()));
        return new AccountCover(
                account,
                !inForce.isEmpty(),
                inForce.entrySet().stream()
                        .map(sum -> new CoveredAmount(sum.getKey(), Settled.DECIMALS, sum.getValue()))
                        .toList(),
                ends.min(Comparator.naturalOrder()),
                held,
                integrated,
                units(account));
    }

    private List<SeriesUnits> units(Address account) {
        var units = new ArrayList<SeriesUnits>();
        view.units(account)
                .forEach((id, count) -> find(series(), one -> one.seriesId().equals(id))
                        .flatMap(one -> CoverDocuments.payable(one, count))
                        .ifPresent(units::add));
        return units;
    }

    private static <T> Optional<T> find(Collection<T> all, Function<T, Boolean> condition) {
        return all.stream().filter(condition::apply).findFirst();
    }
}
