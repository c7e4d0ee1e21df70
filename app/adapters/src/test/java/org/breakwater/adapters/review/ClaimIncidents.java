package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.adapters.review.IncidentStage.blocks;
import static org.breakwater.adapters.review.IncidentStage.call;
import static org.breakwater.adapters.review.IncidentStage.holds;
import static org.breakwater.adapters.review.IncidentStage.quiet;
import static org.breakwater.adapters.review.IncidentStage.result;
import static org.breakwater.adapters.review.IncidentStage.saysNothingOf;
import static org.breakwater.adapters.review.IncidentStage.warns;
import static org.breakwater.adapters.review.ReviewStage.stranger;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.Review;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;

/// Claims that were paid to the wrong ones, for too much, or on evidence that nobody could check.
interface ClaimIncidents {

    IncidentStage stage();

    /// The decision that waits for the council in the world.
    private SafeTransaction decision() throws ProblemException {
        return new KnowledgeCases(stage().world()).decision();
    }

    private BigInteger claim() throws ProblemException {
        return decision().data().slice(4, 4 + Word.LENGTH).toUnsigned();
    }

    /// A word of the claim as the contract gives it.
    private Bytes word(int index) throws ProblemException {
        var read = stage().world().asked(stage().dao().claims(), "claim(uint64)", claim());
        return read.slice(index * Word.LENGTH, (index + 1) * Word.LENGTH);
    }

    private Address account(int index) throws ProblemException {
        return new Address(word(index).slice(12, 32));
    }

    private Review decided(BigInteger amount, Kept kept) throws ProblemException {
        var council = stage().world().council();
        var decides = call(
                stage().dao().claims(),
                "councilDecide(uint64,bool,uint256,bytes32)",
                claim(),
                true,
                amount,
                Keccak.hash("reason"));
        return stage().world()
                .review(new Case(
                                "A decision",
                                council,
                                stage().world().next(council, decides),
                                Told.NOTHING,
                                stage().world().book(),
                                true)
                        .kept(kept));
    }

    @Test
    default void eulerWasPaidWithoutItsDeductible() throws ProblemException {
        var stage = stage();
        var limit = stage.world()
                .asked(stage.dao().claims(), "payableFor(uint256,uint64)", word(0).toUnsigned(), word(1).toUnsigned());
        var insured = limit.slice(0, 32).toUnsigned();
        var most = limit.slice(96, 128).toUnsigned();
        assertThat(most).as("what its cover pays").isPositive().isLessThan(insured);
        warns(
                result(decided(insured, Kept.NOTHING), CheckId.FW57),
                "It grants more than the cover pays: of ",
                " USDC insured ",
                " are lost, and less the deductible of ",
                "The amount is what is disputed.");

        var asked = word(17).toUnsigned();
        quiet(result(decided(asked.min(most).divide(BigInteger.TWO), Kept.NOTHING), CheckId.FW57));
    }

    @Test
    default void armorWasPaidForWhatOthersHeld() throws ProblemException {
        var stage = stage();
        var amount = word(17).toUnsigned().divide(BigInteger.TEN);
        saysNothingOf(result(decided(amount, Kept.NOTHING), CheckId.FW57), "who is not the one who claims");
        var vault = stranger("arNFT vault");
        stage.world()
                .hand()
                .send(account(2), stage.dao().claims(), Calldata.of("setPayee(uint64,address)", claim(), vault));
        warns(
                result(decided(amount, Kept.NOTHING), CheckId.FW57),
                "Claim " + claim() + " pays " + vault + ", who is not the one who claims.");
    }

    @Test
    default void unslashedWasToldWhatNobodyHadFiled() throws ProblemException {
        var evidence = new Hash32(word(21));
        var amount = word(17).toUnsigned().divide(BigInteger.TEN);
        var exchanged = new Kept(
                Optional.empty(),
                new TextLibrary(Map.of(evidence, "an API key without its secret")),
                (_, _) -> Optional.empty());
        blocks(
                result(decided(amount, exchanged), CheckId.FW58),
                "was handed over here with other words than the hash on the chain has.");

        var kept = new KnowledgeCases(stage().world()).texts();
        assertThat(result(decided(amount, kept), CheckId.FW58).evidence())
                .as("the reason of this decision is not kept, the evidence is")
                .doesNotContain("The evidence of claim");
    }

    @Test
    default void umasVotersHeldWhatTheyDecided() throws ProblemException {
        var stage = stage();
        var council = stage.world().council();
        var caseId = openCase();
        var ballot = call(
                stage.dao().tribunal(),
                "vote(uint64,uint8,uint16,bytes32)",
                caseId.id(),
                1,
                10_000,
                Keccak.hash("we hold it"));
        saysNothingOf(result(stage.review("A ballot", ballot), CheckId.FW59), "nobody judges their own");
        stage.world()
                .hand()
                .send(
                        caseId.claimant(),
                        stage.dao().claims(),
                        Calldata.of("setPayee(uint64,address)", caseId.claim(), council));
        holds(
                result(stage.review("Our own case", ballot), CheckId.FW59),
                "The Safe itself is paid by claim " + caseId.claim() + ": nobody judges their own.");
    }

    /// A case about a claim that can still get another payee.
    record OpenCase(BigInteger id, BigInteger claim, Address claimant) {}

    private OpenCase openCase() {
        var stage = stage();
        var count = stage.number(stage.dao().tribunal(), "caseCount()").intValueExact();
        for (int id = count; id > 0; id--) {
            var read = stage.world().asked(stage.dao().tribunal(), "case_(uint64)", id);
            var about = read.slice(32, 64).toUnsigned();
            var isClaim = read.slice(64, 96).toUnsigned().equals(BigInteger.ONE);
            var isOpen = read.slice(96, 128).toUnsigned().signum() == 0;
            if (isClaim && isOpen) {
                var claim = stage.world().asked(stage.dao().claims(), "claim(uint64)", about);
                return new OpenCase(
                        BigInteger.valueOf(id),
                        about,
                        new Address(claim.slice(64, 96).slice(12, 32)));
            }
        }
        throw new AssertionError("the world has no open case about a claim");
    }
}
