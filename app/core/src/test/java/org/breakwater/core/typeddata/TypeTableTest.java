package org.breakwater.core.typeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.breakwater.core.typeddata.TypedDataTest.struct;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTableTest {

    @Test
    void referredStructsFollowByName() {
        var table = new TypeTable(struct("A", "Z[2][] z", "B b"), struct("Z", "B b"), struct("B", "uint8 n"));

        assertThat(table.encodeType("A")).isEqualTo("A(Z[2][] z,B b)B(uint8 n)Z(B b)");
    }

    @Test
    void refusesAStructThatContainsItself() {
        assertThatThrownBy(() -> new TypeTable(struct("A", "A a"))).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> new TypeTable(struct("A", "B[] b"), struct("B", "A a")))
                .hasMessageContaining("contains itself");
    }

    @Test
    void refusesAReferenceThatLeadsNowhere() {
        assertThatThrownBy(() -> new TypeTable(struct("A", "B b"))).hasMessageContaining("no struct “B”");
    }

    @Test
    void refusesAStructThatIsDefinedTwice() {
        assertThatThrownBy(() -> new TypeTable(struct("A"), struct("A"))).hasMessageContaining("twice");
    }

    @Test
    void refusesTwoMembersOfOneName() {
        assertThatThrownBy(() -> struct("A", "uint8 a", "uint16 a")).hasMessageContaining("two members");
    }

    @Test
    void boundsDepth() {
        assertThatCode(() -> new TypeTable(chain(TypeTable.MOST_DEPTH))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new TypeTable(chain(TypeTable.MOST_DEPTH + 1))).hasMessageContaining("deeper");
        assertThatThrownBy(() -> new TypeTable(chain(TypeTable.MOST_DEPTH + 1).reversed()))
                .hasMessageContaining("deeper");
    }

    private static List<StructType> chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> i + 1 == length ? struct("S" + i, "uint8 n") : struct("S" + i, "S%d s".formatted(i + 1)))
                .toList();
    }

    @Test
    void aTableThatBranchesAtEveryLevelIsCheckedInNoTime() {
        var levels = Stream.concat(
                        IntStream.range(0, TypeTable.MOST_DEPTH - 1)
                                .mapToObj(level -> struct(
                                        "S" + level,
                                        IntStream.range(0, 100)
                                                .mapToObj(i -> "S%d s%d".formatted(level + 1, i))
                                                .toArray(String[]::new))),
                        Stream.of(struct("S" + (TypeTable.MOST_DEPTH - 1), "uint8 n")))
                .toList();

        assertThat(new TypeTable(levels).encodeType("S0")).startsWith("S0(S1 s0,S1 s1");
    }

    @Test
    void boundsTheNumberOfStructsAndMembers() {
        var many = IntStream.range(0, TypeTable.MOST_STRUCTS + 1)
                .mapToObj(i -> struct("S" + i))
                .toList();
        var wide = struct(
                "S",
                IntStream.range(0, TypeTable.MOST_MEMBERS + 1)
                        .mapToObj(i -> "uint8 m" + i)
                        .toArray(String[]::new));

        assertThatThrownBy(() -> new TypeTable(many)).hasMessageContaining("at most");
        assertThatThrownBy(() -> new TypeTable(wide)).hasMessageContaining("more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uint", "int", "byte", "uint7", "uint512", "int9", "bytes33", "fixed", "fixed128x18", "function"
            })
    void aStructMayNotLookLikeAnElementaryType(String name) {
        assertThatThrownBy(() -> struct(name)).hasMessageContaining("may not name");
        assertThatThrownBy(() -> MemberType.parse(name)).hasMessageContaining("may not name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A B",
                "A[",
                "A]",
                "A[0]",
                "A[-1]",
                "A[1",
                "A[][",
                "A[x]",
                "1A",
                "A(uint8 b)",
                "A\n",
                "[]",
                "A[][][][][][][][][]",
                "A[9999999]"
            })
    void refusesWhatIsNoType(String text) {
        assertThatThrownBy(() -> MemberType.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
