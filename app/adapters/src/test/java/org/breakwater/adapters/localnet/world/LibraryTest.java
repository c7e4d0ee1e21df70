package org.breakwater.adapters.localnet.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import org.breakwater.core.text.ContentAddress;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private final Texts texts = new Texts();
    private final Library library = new Library(texts);

    @Test
    void aTextIsServedForItsHashAndAtTheAddressOfItsHash() {
        var written = library.write("council.deny");

        assertThat(texts.served().get(written.hash())).isEqualTo(written.content());
        assertThat(Keccak.hash(written.content())).isEqualTo(written.hash());
        assertThat(ContentAddress.parse(written.address())).contains(new ContentAddress(written.hash()));
    }

    @Test
    void equalOpinionsOfTwoPeopleAreTwoTexts() {
        var first = new Person("Voter 1", Part.VOTER, 40, Address.ZERO);
        var second = new Person("Voter 2", Part.VOTER, 41, Address.ZERO);

        assertThat(library.write("pay.1", first).hash())
                .isNotEqualTo(library.write("pay.1", second).hash());
    }

    @Test
    void whatIsServedInPlaceOfAnAlteredTextDoesNotMatchItsHash() {
        var handedIn = library.writeAltered("mismatch.claim", "mismatch.claim.served");

        var served = Objects.requireNonNull(texts.served().get(handedIn.hash()));
        assertThat(Keccak.hash(served)).isNotEqualTo(handedIn.hash());
    }

    @Test
    void everySideOfAVoteHasReasons() {
        for (var side : new String[] {"pay", "partial", "deny", "abstain"}) {
            assertThat(library.keys(side)).as(side).hasSizeGreaterThan(1);
        }
    }

    @Test
    void aKeyThatNoTextHasIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> library.write("nothing"));
    }
}
