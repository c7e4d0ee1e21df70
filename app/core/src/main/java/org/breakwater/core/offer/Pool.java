package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;

@Meaning("A pool: who bears the risk of one kind of subject.")
public record Pool(
        long poolId,
        @Meaning("An ERC-4626 vault.") Address address,
        @Meaning("The token that amounts are in.") Address asset,

        @Meaning("Decimals of that token: amounts are in units of 10^-decimals.")
        int decimals,

        @Meaning("What it insures.") RiskKind kind,
        String name,
        @Meaning("Of its shares.") String symbol,
        int shareDecimals,
        @Meaning("Assets for one share, rounded down.") BigInteger sharePrice,

        @Meaning("Capital, less what incidents have set aside.")
        BigInteger totalAssets,

        @Meaning("Capital that the cover in force needs.") BigInteger minCapital,
        @Meaning("What is above that.") BigInteger freeCapital,
        @Meaning("Cover in force.") BigInteger activeCover,
        @Meaning("Set aside for open incidents.") BigInteger reserved,

        @Meaning("totalAssets / minCapital; null where nothing is insured.")
        Optional<Long> solvencyBps,

        @Meaning("minCapital / totalAssets.") long utilisationBps,
        @Meaning("Most that a deposit would take now.") BigInteger maxDeposit,
        @Meaning("Incidents whose loss is not known yet.") long openIncidents,

        @Meaning("Of the asset. Nothing is sold unless it is NORMAL.")
        PegState peg,

        @Meaning("What the guardian has stopped.") List<PauseScope> paused,
        @Meaning("Latest end of that, seconds since 1970.") Optional<Long> pausedUntil,
        List<LevelCover> coverByLevel,

        @Meaning("What is sold now; null before any are published.")
        Optional<Terms> terms) {

    public Pool {
        paused = List.copyOf(paused);
        coverByLevel = List.copyOf(coverByLevel);
    }
}
