package org.breakwater.desktop.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTextTest {

    private static final Address SAFE = Address.parse("0x9e2ef57e17eb8f322037d494c249a9b67c2f5352");
    private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    static Stream<Place> places() {
        var fixed = Stream.<Place>of(
                new Place.Pool(3, Place.PoolPart.REDEMPTIONS),
                new Place.Registry(),
                new Place.Subject(12),
                new Place.Policies(Place.PolicyList.ACCOUNT_COVER),
                new Place.Policy(BigInteger.valueOf(1187)),
                new Place.Claim(41),
                new Place.Incident(Long.MAX_VALUE),
                new Place.Proposal(LARGEST),
                Place.Composition.anew(),
                Place.Composition.of(Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4")),
                new Place.Composition(
                        Optional.of(Address.parse("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4")), Optional.of(3L)),
                new Place.Composition(Optional.empty(), Optional.of(3L)),
                Place.NewProposal.anew(),
                new Place.NewProposal(Optional.of(3L)),
                new Place.ParameterProposal(Hash32.ZERO, Hash32.ZERO),
                new Place.ParameterChange(7),
                new Place.Safe(SAFE),
                new Place.SafeTransaction(SAFE, Hash32.ZERO),
                new Place.KnownAddress(SAFE),
                new Place.Pause(),
                new Place.Settings(Place.SettingsPart.KEYBOARD));
        return Stream.concat(fixed, Arrays.stream(Section.values()).map(Section::place));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatAPlacePrintsLeadsBackToIt(Place place) {
        assertThat(PlaceText.parse(PlaceText.print(place))).contains(place);
    }

    @Test
    void aPlaceReadsAsAPersonWouldWriteIt() {
        assertThat(PlaceText.print(new Place.Pool(3, Place.PoolPart.REDEMPTIONS)))
                .isEqualTo("breakwater:pools/3/redemptions");
        assertThat(PlaceText.print(new Place.Policies(Place.PolicyList.ACCOUNT_COVER)))
                .isEqualTo("breakwater:policies/account-cover");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pools",
                "breakwater:",
                "breakwater:nowhere",
                "breakwater:claims/-1",
                "breakwater:claims/041",
                "breakwater:claims/99999999999999999999",
                "breakwater:claims/41/",
                "breakwater:claims/41/more",
                "breakwater:pools/3/REDEMPTIONS",
                "breakwater:council/0x12",
                "breakwater:council/0x9e2ef57e17eb8f322037d494c249a9b67c2f5352",
                "breakwater:settings/../secrets",
                "https://example.org"
            })
    void anythingElseIsRefused(String text) {
        assertThat(PlaceText.parse(text)).isEmpty();
    }

    @Test
    void longTextIsRefusedUnread() {
        assertThat(PlaceText.parse("breakwater:proposals/" + "9".repeat(1_000_000)))
                .isEmpty();
    }
}
