package org.breakwater.core.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.breakwater.core.stress.chance.RandomStream;

/// Goes through many years of a model with one book or two. Years are drawn in blocks of a fixed size, each from a
/// stream of its own, and everything that is summed is whole units; so the result depends on the seed alone, not
/// on how many threads there are or which of them is faster.
public final class StressRun {

    /// Years that share a stream. Changing it changes every result.
    static final int BLOCK = 4_096;

    private final RiskModel model;
    private final StressSize size;
    private final List<Book> books;
    private final long[][] losses;
    private final long[][] cuts;
    private final Counts[] counts;
    private final StressWatch watch;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger reached = new AtomicInteger();

    private StressRun(RiskModel model, List<Book> books, StressSize size, StressWatch watch) {
        this.model = model;
        this.books = books;
        this.size = size;
        this.watch = watch;
        this.losses = new long[books.size()][size.years()];
        this.cuts = new long[books.size()][size.years()];
        this.counts = new Counts[blocks()];
    }

    /// What happened to each book in one block. Summed in the order of blocks.
    private static final class Counts {

        final long[] ruins;
        final long[] cuts;
        final BigInteger[] assets;
        final long[][] poolRuins;
        final long[][] poolCuts;
        final long[][] poolUnder;
        final BigInteger[][] poolClaims;
        final PositiveUnits[][] poolLosses;
        long ruinOnlyBefore;
        long ruinOnlyAfter;
        long cutOnlyBefore;
        long cutOnlyAfter;

        Counts(List<Book> books) {
            var count = books.size();
            ruins = new long[count];
            cuts = new long[count];
            assets = new BigInteger[count];
            poolRuins = new long[count][];
            poolCuts = new long[count][];
            poolUnder = new long[count][];
            poolClaims = new BigInteger[count][];
            poolLosses = new PositiveUnits[count][];
            for (int book = 0; book < count; book++) {
                var pools = books.get(book).pools().size();
                poolRuins[book] = new long[pools];
                poolCuts[book] = new long[pools];
                poolUnder[book] = new long[pools];
                poolClaims[book] = new BigInteger[pools];
                poolLosses[book] =
                        Stream.generate(PositiveUnits::new).limit(pools).toArray(PositiveUnits[]::new);
            }
        }
    }

    /// Simulates one book. Blocks until it is done.
    ///
    /// @param executor for all threads but the calling one
    /// @throws CancellationException where the watch asked for it
    /// @throws StressException where the run cannot begin
    public static StressResult of(RiskModel model, Book book, StressSize size, Executor executor, StressWatch watch)
            throws StressException {
        var run = begun(model, List.of(book), size, watch);
        run.run(executor);
        return run.result(0);
    }

    /// Simulates the same years with two books.
    ///
    /// @see #of
    public static StressComparison compare(
            RiskModel model, Book before, Book after, StressSize size, Executor executor, StressWatch watch)
            throws StressException {
        var run = begun(model, List.of(before, after), size, watch);
        run.run(executor);
        return run.comparison();
    }

    private static StressRun begun(RiskModel model, List<Book> books, StressSize size, StressWatch watch)
            throws StressException {
        size.check();
        for (var book : books) {
            check(model, book);
            new Ledger(book, model.risks().size());
        }
        return new StressRun(model, books, size, watch);
    }

    private static void check(RiskModel model, Book book) throws StressException {
        var hasCover = book.pools().stream()
                .flatMap(pool -> pool.covers().stream())
                .anyMatch(cover -> cover.amount().signum() > 0);
        if (!hasCover && book.treasury().total().signum() == 0) {
            throw new StressException(new StressFault.NothingAtRisk());
        }
        for (var pool : book.pools()) {
            for (var cover : pool.covers()) {
                place(model, cover.risk(), "cover of " + pool.name());
            }
        }
        for (var holding : book.treasury().holdings()) {
            place(model, holding.peg(), "a settlement asset");
            for (var placement : holding.venues()) {
                place(model, placement.risk(), "a venue");
            }
        }
    }

    private static void place(RiskModel model, int risk, String what) throws StressException {
        if (risk < 0 || risk >= model.risks().size()) {
            throw new StressException(new StressFault.NotModelled(what));
        }
    }

    private int blocks() {
        return (size.years() + BLOCK - 1) / BLOCK;
    }

    private void run(Executor executor) {
        var others = new ArrayList<CompletableFuture<?>>();
        for (int thread = 1; thread < Math.min(size.threads(), blocks()); thread++) {
            others.add(CompletableFuture.runAsync(this::work, executor));
        }
        try {
            work();
        } finally {
            next.set(blocks());
            for (var other : others) {
                join(other);
            }
        }
    }

    private static void join(CompletableFuture<?> other) {
        try {
            other.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void work() {
        var years = new Years(model);
        var year = new Year();
        var ledgers = books.stream().map(this::ledger).toArray(Ledger[]::new);
        for (int block = next.getAndIncrement(); block < blocks(); block = next.getAndIncrement()) {
            if (watch.isCancelled()) {
                throw new CancellationException("the run was given up");
            }
            counts[block] = block(block, years, year, ledgers);
            var done = Math.min(size.years(), (long) reached.incrementAndGet() * BLOCK);
            watch.reached(done, size.years());
        }
    }

    private Ledger ledger(Book book) {
        try {
            return new Ledger(book, model.risks().size());
        } catch (StressException refused) {
            throw new IllegalStateException("a book that was checked", refused);
        }
    }

    private Counts block(int block, Years years, Year year, Ledger[] ledgers) {
        var stream = RandomStream.of(size.seed(), block);
        var count = new Counts(books);
        var sums = new Sums(ledgers);
        var end = Math.min(size.years(), (block + 1) * BLOCK);
        for (int path = block * BLOCK; path < end; path++) {
            years.draw(stream, year);
            for (int book = 0; book < ledgers.length; book++) {
                var ledger = ledgers[book];
                ledger.go(year);
                losses[book][path] = ledger.loss();
                cuts[book][path] = ledger.cut();
                count(count, sums, book, ledger);
            }
            if (ledgers.length == 2) {
                compare(count, ledgers[0], ledgers[1]);
            }
        }
        sums.into(count);
        return count;
    }

    private static void count(Counts count, Sums sums, int book, Ledger ledger) {
        count.ruins[book] += ledger.isRuin() ? 1 : 0;
        count.cuts[book] += ledger.isAnyCut() ? 1 : 0;
        sums.assets[book].add(ledger.assetLoss());
        for (int place = 0; place < ledger.pools(); place++) {
            var pool = ledger.pool(place);
            sums.claims[book][place].add(pool.claims());
            count.poolLosses[book][place].add(pool.claims());
            count.poolRuins[book][place] += pool.isRuin() ? 1 : 0;
            count.poolCuts[book][place] += pool.isCut() ? 1 : 0;
            count.poolUnder[book][place] += pool.isUnderMinimum() ? 1 : 0;
        }
    }

    private static void compare(Counts count, Ledger before, Ledger after) {
        if (before.isRuin() != after.isRuin()) {
            count.ruinOnlyBefore += before.isRuin() ? 1 : 0;
            count.ruinOnlyAfter += after.isRuin() ? 1 : 0;
        }
        if (before.isAnyCut() != after.isAnyCut()) {
            count.cutOnlyBefore += before.isAnyCut() ? 1 : 0;
            count.cutOnlyAfter += after.isAnyCut() ? 1 : 0;
        }
    }

    /// Sums of a block.
    private static final class Sums {

        final UnitSum[] assets;
        final UnitSum[][] claims;

        Sums(Ledger[] ledgers) {
            assets = new UnitSum[ledgers.length];
            claims = new UnitSum[ledgers.length][];
            for (int book = 0; book < ledgers.length; book++) {
                assets[book] = new UnitSum();
                claims[book] = new UnitSum[ledgers[book].pools()];
                for (int pool = 0; pool < claims[book].length; pool++) {
                    claims[book][pool] = new UnitSum();
                }
            }
        }

        void into(Counts count) {
            for (int book = 0; book < assets.length; book++) {
                count.assets[book] = assets[book].total();
                for (int pool = 0; pool < claims[book].length; pool++) {
                    count.poolClaims[book][pool] = claims[book][pool].total();
                }
            }
        }
    }

    /// A sum that does not overflow.
    private static final class UnitSum {

        private static final long ROOM = 1L << 61;

        private BigInteger sum = BigInteger.ZERO;
        private long part;

        void add(long units) {
            part += units;
            if (part >= ROOM) {
                sum = total();
                part = 0;
            }
        }

        BigInteger total() {
            return sum.add(BigInteger.valueOf(part));
        }
    }

    // ── what comes of it ───────────────────────────────────────────────────────────────────────────────────────

    private StressComparison comparison() {
        var before = result(0);
        var after = result(1);
        var ruin = new Shift(
                before.ruin(), after.ruin(), sum(count -> count.ruinOnlyBefore), sum(count -> count.ruinOnlyAfter));
        var cut = new Shift(
                before.anyCut(), after.anyCut(), sum(count -> count.cutOnlyBefore), sum(count -> count.cutOnlyAfter));
        return new StressComparison(before, after, ruin, cut);
    }

    private StressResult result(int book) {
        var pools = new ArrayList<StressResult.PoolResult>();
        for (int i = 0; i < books.get(book).pools().size(); i++) {
            var place = i;
            var pool = books.get(book).pools().get(i);
            pools.add(new StressResult.PoolResult(
                    pool.poolId(),
                    pool.name(),
                    mean(count -> count.poolClaims[book][place]),
                    losses(book, place),
                    proportion(count -> count.poolRuins[book][place]),
                    proportion(count -> count.poolCuts[book][place]),
                    proportion(count -> count.poolUnder[book][place])));
        }
        return new StressResult(
                size,
                LossDistribution.of(losses[book]),
                LossDistribution.of(cuts[book]),
                books.get(book).available(),
                proportion(count -> count.ruins[book]),
                proportion(count -> count.cuts[book]),
                mean(count -> count.assets[book]),
                pools);
    }

    private LossDistribution losses(int book, int place) {
        var all = new PositiveUnits();
        for (var count : counts) {
            all.add(count.poolLosses[book][place]);
        }
        return LossDistribution.of(all.toArray(), size.years());
    }

    private long sum(ToLongFunction<Counts> part) {
        var sum = 0L;
        for (var count : counts) {
            sum += part.applyAsLong(count);
        }
        return sum;
    }

    private Proportion proportion(ToLongFunction<Counts> part) {
        return new Proportion(sum(part), size.years());
    }

    private BigInteger mean(Function<Counts, BigInteger> part) {
        var sum = BigInteger.ZERO;
        for (var count : counts) {
            sum = sum.add(part.apply(count));
        }
        return sum.divide(BigInteger.valueOf(size.years()));
    }
}
